const fs = require('node:fs');
const path = require('node:path');
const { n8nBin, install } = require('./paths');
const { nodeForN8n } = require('./nodeForN8n');
const { startProcess } = require('./startProcess');

/**
 * Starts a process of n8n that can be killed and started again with all that it had.
 *
 * @param {string} name what a person calls it
 * @param {'start' | 'worker'} command of n8n
 * @param {object} options
 * @param {string} options.userFolder
 * @param {string} options.log
 * @param {Record<string, string>} options.env all of it
 * @param {string} options.readyLine
 * @param {ReturnType<typeof import('./movableClock').movableClock>} [options.clock]
 * @param {string[]} [options.nodeArguments] further arguments of its Node.js
 * @returns {Promise<{
 *   log: string,
 *   pid: () => number,
 *   kill: () => Promise<void>,
 *   restart: () => Promise<void>,
 *   stop: () => Promise<void>,
 * }>} `kill` is SIGKILL, as for a machine that loses its power
 */
async function startN8nProcess(
	name,
	command,
	{ userFolder, log, env, readyLine, clock, nodeArguments = [] },
) {
	const args = [...nodeArguments, ...(clock?.nodeArguments ?? []), n8nBin, command];
	const start = async () =>
		await startProcess(name, nodeForN8n().executable, args, {
			cwd: install,
			env: { ...env, ...clock?.env },
			log,
			isReady: (line) => line.includes(readyLine),
			patience: 180_000,
		});

	let running = await start();
	const stop = async () => await running.stop();
	return {
		log,
		pid: () => running.pid,
		kill: stop,
		stop,
		restart: async () => {
			await stop();
			forgetCrash(userFolder);
			running = await start();
		},
	};
}

/** n8n pauses for 10 seconds when it starts after a crash, and knows of the crash by this file alone. */
function forgetCrash(userFolder) {
	fs.rmSync(path.join(userFolder, '.n8n', 'crash.journal'), { force: true });
}

module.exports = { startN8nProcess };
