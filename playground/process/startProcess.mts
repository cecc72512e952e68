import fs from 'node:fs';
import { execa } from 'execa';
import { messageOf } from './endOnFailure.mts';
import { endWithUs } from './endWithUs.mts';
import { failureWithLog } from './failureWithLog.mts';
import type { CommandOptions } from './runCommand.mts';
import type { Stoppable } from './withTemporaryFolder.mts';

/** Its log is added to. */
export interface ProcessOptions extends CommandOptions {
	/** Whether a line that it prints says it is ready. */
	isReady: (line: string) => boolean;
	/** Milliseconds until waiting for that line is given up. */
	patience: number;
	/** What ends it and all it started. */
	endingSignal?: NodeJS.Signals;
}

export interface RunningProcess extends Stoppable {
	pid: number;
	readyLine: string;
}

/**
 * Starts a process that stays, and waits for the line that says it is ready. It ends with this process at the latest.
 *
 * @param name what a person calls it
 */
export async function startProcess(
	name: string,
	command: string,
	args: string[],
	options: ProcessOptions,
): Promise<RunningProcess> {
	const { log, isReady, patience, endingSignal = 'SIGKILL' } = options;
	let onReady: (line: string) => void = () => undefined;
	const group = startGroup(command, args, options, (line) => {
		if (isReady(line)) onReady(line);
	});
	const end = () => {
		group.signal(endingSignal);
	};
	const release = endWithUs(end);
	void group.ended.then(release);
	const stop = async () => {
		end();
		await group.ended;
	};
	try {
		const readyLine = await new Promise<string>((resolve, reject) => {
			const fail = (sentence: string) => {
				reject(new Error(sentence));
			};
			const timer = setTimeout(fail, patience, `not ready after ${patience / 1000} s`);
			void group.ended.then(fail).finally(() => {
				clearTimeout(timer);
			});
			onReady = (line) => {
				clearTimeout(timer);
				resolve(line);
			};
		});
		return { pid: group.pid(), readyLine, stop };
	} catch (error) {
		await stop();
		throw failureWithLog(`${name} did not start: ${messageOf(error)}`, log);
	}
}

/** Starts a process in a group of its own, so that a signal also reaches what it started in turn. */
function startGroup(
	command: string,
	args: string[],
	{ cwd, log, env = process.env, user }: CommandOptions,
	onLine: (line: string) => void,
) {
	const output = fs.openSync(log, 'a');
	const tell = function* (line: unknown) {
		// At once, for tests read the log of what runs.
		fs.writeSync(output, `${String(line)}\n`);
		onLine(String(line));
		yield line;
	};
	const child = execa(command, args, {
		cwd,
		env,
		extendEnv: false,
		...user,
		detached: true,
		stdin: 'ignore',
		stdout: tell,
		stderr: tell,
		buffer: false,
		reject: false,
	});
	return {
		/** Settles when it is over, and says how it ended. */
		ended: child.then(({ shortMessage }) => {
			fs.closeSync(output);
			return shortMessage ?? 'It ended by itself';
		}),
		pid(): number {
			if (child.pid === undefined) throw new Error(`${command} was not started`);
			return child.pid;
		},
		/** Everything these processes own is thrown away, so there is nothing for them to put in order. */
		signal(name: NodeJS.Signals) {
			if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
			try {
				process.kill(-child.pid, name);
			} catch (error) {
				if (!isGone(error)) throw error;
			}
		},
	};
}

function isGone(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
