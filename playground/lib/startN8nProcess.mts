import fs from 'node:fs';
import path from 'node:path';
import { n8nBin, install } from './paths.mts';
import { nodeForN8n } from './nodeForN8n.mts';
import { startProcess } from './startProcess.mts';

/**
 * Starts a process of n8n that can be killed and started again with all that it had.
 *
 * @param name what a person calls it
 * @param command of n8n
 * @param options.env all of it
 * @param options.nodeArguments further arguments of its Node.js
 * @returns `kill` is SIGKILL, as for a machine that loses its power
 */
async function startN8nProcess(
	name: string,
	command: 'start' | 'worker',
	{
		userFolder,
		log,
		env,
		readyLine,
		clock,
		nodeArguments = [],
	}: {
		userFolder: string;
		log: string;
		env: Record<string, string>;
		readyLine: string;
		clock?: ReturnType<typeof import('./movableClock.mts').movableClock>;
		nodeArguments?: string[];
	},
): Promise<{
	log: string;
	pid: () => number;
	kill: () => Promise<void>;
	restart: () => Promise<void>;
	stop: () => Promise<void>;
}> {
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

export { startN8nProcess };
