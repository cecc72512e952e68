import fs from 'node:fs';
import { spawn } from 'node:child_process';
import { endWithUs } from './endWithUs.mts';
import { failureWithLog } from './failureWithLog.mts';
import { onLines } from './onLines.mts';

/**
 * Starts a process that stays, and waits for the line that says it is ready.
 *
 * @param name what a person calls it
 * @param options.log file that gets everything it prints, added to what is there
 * @param options.patience milliseconds until waiting for that line is given up
 * @param options.user whom it runs as
 * @param options.endingSignal what ends it and all it started
 */
async function startProcess(
	name: string,
	command: string,
	args: string[],
	{
		cwd,
		log,
		isReady,
		patience,
		env,
		user,
		endingSignal = 'SIGKILL',
	}: {
		cwd: string;
		log: string;
		isReady: (line: string) => boolean;
		patience: number;
		env?: NodeJS.ProcessEnv;
		user?: { uid?: number; gid?: number };
		endingSignal?: NodeJS.Signals;
	},
): Promise<{ pid: number; readyLine: string; stop: () => Promise<void> }> {
	// A group of its own, so that stopping it also stops what it started in turn.
	const child = spawn(command, args, {
		cwd,
		env,
		...user,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	const end = () => signalGroup(child, endingSignal);
	const release = endWithUs(end);
	child.once('close', release);

	const stop = async () => {
		end();
		await ended;
	};
	try {
		return {
			pid: child.pid,
			readyLine: await readyLineOf(child, { log, isReady, patience }),
			stop,
		};
	} catch (error) {
		await stop();
		throw failureWithLog(`${name} did not start: ${error.message}`, log);
	}
}

function readyLineOf(child, { log, isReady, patience }) {
	return new Promise((resolve, reject) => {
		const output = fs.openSync(log, 'a');
		const onLine = (line) => {
			fs.writeSync(output, `${line}\n`);
			if (isReady(line)) settle(() => resolve(line));
		};
		onLines(child.stdout, onLine);
		onLines(child.stderr, onLine);

		const settle = (act) => {
			clearTimeout(timer);
			act();
		};
		const fail = (sentence) => settle(() => reject(new Error(sentence)));
		const timer = setTimeout(() => fail(`not ready after ${patience / 1000} s`), patience);
		child.once('error', (error) => fail(error.message));
		child.once('close', (code, signal) => fail(`it ended with ${signal ?? `exit code ${code}`}`));
	});
}

/** Everything these processes own is thrown away, so there is nothing for them to put in order. */
function signalGroup(child, signal) {
	if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}

export { startProcess };
