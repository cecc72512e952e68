const fs = require('node:fs');
const { spawn } = require('node:child_process');
const { endWithUs } = require('./endWithUs');
const { failureWithLog } = require('./failureWithLog');
const { onLines } = require('./onLines');

/**
 * Starts a process that stays, and waits for the line that says it is ready.
 *
 * @param {string} name what a person calls it
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {string} options.log file that gets everything it prints, added to what is there
 * @param {(line: string) => boolean} options.isReady
 * @param {number} options.patience milliseconds until waiting for that line is given up
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {{ uid?: number, gid?: number }} [options.user] whom it runs as
 * @param {NodeJS.Signals} [options.endingSignal] what ends it and all it started
 * @returns {Promise<{ pid: number, readyLine: string, stop: () => Promise<void> }>}
 */
async function startProcess(
	name,
	command,
	args,
	{ cwd, log, isReady, patience, env, user, endingSignal = 'SIGKILL' },
) {
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

module.exports = { startProcess };
