import { spawnSync } from 'node:child_process';

const TOOLS = ['python3', 'make', 'g++'];

/** Fails with one clear sentence when n8n's database driver could not be compiled here. */
function requireBuildTools() {
	const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).status !== 0);
	if (missing.length === 0) return;
	throw new Error(
		`n8n's database driver is compiled here, and that needs ${missing.join(', ')}. ` +
			'Install it first, for example with: apt-get install -y python3 make g++',
	);
}

export { requireBuildTools };
