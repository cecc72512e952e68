import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { endWithUs } from './endWithUs.mts';
import { failureWithLog } from './failureWithLog.mts';

/**
 * Runs a command to its end, with its output in a log file.
 *
 * @param purpose what it is for, as its failure would be told: 'Building the package'
 *   `user` is whom it runs as
 */
async function runCommand(
	purpose: string,
	command: string,
	args: string[],
	{
		cwd,
		log,
		env = process.env,
		user,
	}: { cwd: string; log: string; env?: NodeJS.ProcessEnv; user?: { uid?: number; gid?: number } },
) {
	fs.mkdirSync(path.dirname(log), { recursive: true });
	const output = fs.openSync(log, 'w');
	const child = spawn(command, args, { cwd, env, ...user, stdio: ['ignore', output, output] });
	fs.closeSync(output);

	const release = endWithUs(() => child.kill('SIGKILL'));
	const outcome = await new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => resolve(signal ?? code));
	});
	release();
	if (outcome !== 0)
		throw failureWithLog(`${purpose} failed: ${command} ended with ${outcome}`, log);
}

export { runCommand };
