import path from 'node:path';
import { root } from './paths.mts';
import { runCommand } from './runCommand.mts';

/**
 * Builds this package.
 *
 */
async function buildPackage(logFolder: string) {
	const log = path.join(logFolder, 'build.log');
	// Without CI, its spinner would fill the log.
	const env = { ...process.env, CI: 'true' };
	await runCommand('Building the package', 'npm', ['run', 'build'], { cwd: root, log, env });
}

export { buildPackage };
