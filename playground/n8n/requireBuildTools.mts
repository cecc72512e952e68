import { execaSync } from 'execa';

const TOOLS = ['python3', 'make', 'g++'];

/** Fails with one clear sentence when n8n's database driver could not be compiled here. */
export function requireBuildTools(): void {
	const missing = TOOLS.filter((tool) => execaSync(tool, ['--version'], { reject: false }).failed);
	if (missing.length === 0) return;
	throw new Error(
		`n8n's database driver is compiled here, and that needs ${missing.join(', ')}. ` +
			'Install it first, for example with: apt-get install -y python3 make g++',
	);
}
