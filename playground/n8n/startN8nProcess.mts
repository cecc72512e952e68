import fs from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock/movableClock.mts';
import { n8nBin, install } from '../paths.mts';
import { startProcess } from '../process/startProcess.mts';
import { nodeForN8n } from './nodeForN8n.mts';

/** A process of n8n that can be killed and started again with all that it had. */
export interface N8nProcess {
	log: string;
	pid: () => number;
	/** SIGKILL, as for a machine that loses its power. */
	kill: () => Promise<void>;
	restart: () => Promise<void>;
	stop: () => Promise<void>;
}

export interface N8nProcessOptions {
	userFolder: string;
	log: string;
	/** All of its environment. */
	env: Record<string, string>;
	/** Part of the line that says it is ready. */
	readyLine: string;
	clock?: Clock;
	/** Further arguments of its Node.js. */
	nodeArguments?: string[];
}

/**
 * Starts a process of n8n.
 *
 * @param name what a person calls it
 * @param command of n8n
 */
export async function startN8nProcess(
	name: string,
	command: 'start' | 'worker',
	{ userFolder, log, env, readyLine, clock, nodeArguments = [] }: N8nProcessOptions,
): Promise<N8nProcess> {
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
	const stop = async () => {
		await running.stop();
	};
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
function forgetCrash(userFolder: string) {
	fs.rmSync(path.join(userFolder, '.n8n', 'crash.journal'), { force: true });
}
