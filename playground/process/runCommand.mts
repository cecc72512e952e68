import fs from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { failureWithLog } from './failureWithLog.mts';

/** Whom a process runs as. */
export interface User {
	uid: number;
	gid: number;
}

export interface CommandOptions {
	cwd: string;
	/** File that gets everything it prints. */
	log: string;
	/** All of its environment; left out, ours. */
	env?: NodeJS.ProcessEnv;
	user?: User;
}

/**
 * Runs a command to its end, with its output in a log file. It ends with this process at the latest.
 *
 * @param purpose what it is for, as its failure would be told: 'Building the package'
 */
export async function runCommand(
	purpose: string,
	command: string,
	args: string[],
	{ cwd, log, env = process.env, user }: CommandOptions,
): Promise<void> {
	fs.mkdirSync(path.dirname(log), { recursive: true });
	const output = { file: log };
	const { failed, shortMessage } = await execa(command, args, {
		cwd,
		env,
		extendEnv: false,
		...user,
		stdin: 'ignore',
		stdout: output,
		stderr: output,
		buffer: false,
		killSignal: 'SIGKILL',
		reject: false,
	});
	if (failed) throw failureWithLog(`${purpose} failed: ${shortMessage ?? command}`, log);
}
