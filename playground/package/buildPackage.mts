import path from 'node:path';
import { root } from '../paths.mts';
import { runCommand } from '../process/runCommand.mts';

/** Builds this package. */
export async function buildPackage(logFolder: string): Promise<void> {
	const log = path.join(logFolder, 'build.log');
	// Without CI, its spinner would fill the log.
	const env = { ...process.env, CI: 'true' };
	await runCommand('Building the package', 'npm', ['run', 'build'], { cwd: root, log, env });
}
