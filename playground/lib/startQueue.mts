import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from './freePorts.mts';
import { n8nSettings } from './n8nSettings.mts';
import { startN8n } from './startN8n.mts';
import { startN8nProcess } from './startN8nProcess.mts';

// n8n notices a worker that is gone within a minute or two; tests have it notice within seconds.
const NOTICE_LOST_WORKERS = {
	QUEUE_WORKER_LOCK_DURATION: '4000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '1000',
};

/**
 * Starts n8n in queue mode: a main process, and workers that do the work. Each has a user folder of its own with
 * what is installed in the main's, as if it were a machine of its own.
 *
 * @param options.mainFolder user folder of the main process
 * @param options.services what tells n8n of its Redis and PostgreSQL
 */
async function startQueue({
	folder,
	mainFolder,
	logFolder,
	workerCount,
	clock,
	services,
	started,
}: {
	folder: string;
	mainFolder: string;
	logFolder: string;
	workerCount: number;
	clock: ReturnType<typeof import('./movableClock.mts').movableClock>;
	services: Record<string, string>;
	started: <S extends { stop: () => Promise<void> }>(thing: S) => S;
}) {
	const env = {
		...services,
		...NOTICE_LOST_WORKERS,
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: crypto.randomBytes(24).toString('base64url'),
	};
	const main = started(await startN8n(mainFolder, logFolder, { clock, env }));
	const workers = await Promise.all(
		Array.from({ length: workerCount }, async (_, index) => {
			const name = `worker-${index + 1}`;
			const userFolder = path.join(folder, name);
			fs.cpSync(path.join(mainFolder, '.n8n', 'nodes'), path.join(userFolder, '.n8n', 'nodes'), {
				recursive: true,
			});
			const log = path.join(logFolder, `${name}.log`);
			return started(await startWorker(name, { userFolder, log, clock, env }));
		}),
	);
	return { main, workers };
}

async function startWorker(name, { userFolder, log, clock, env }) {
	const [port, brokerPort] = await freePorts(2);
	return await startN8nProcess(name, 'worker', {
		userFolder,
		log,
		env: { ...n8nSettings({ userFolder, port, brokerPort }), ...env },
		readyLine: 'n8n worker is now ready',
		clock,
	});
}

export { startQueue };
