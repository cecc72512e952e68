import fs from 'node:fs';
import path from 'node:path';
import { movableClock } from './clock/movableClock.mts';
import { credentialFor } from './emulator/credentialFor.mts';
import { startEmulator } from './emulator/startEmulator.mts';
import { storeCredential } from './n8n/credential.mts';
import { setUpN8n } from './n8n/setUpN8n.mts';
import { signInOwner } from './n8n/signInOwner.mts';
import type { N8nProcess } from './n8n/startN8nProcess.mts';
import type { OpenedPlayground } from './openPlayground.mts';
import { buildPackage } from './package/buildPackage.mts';
import { installPackage } from './package/installPackage.mts';
import type { Report } from './process/report.mts';
import { withTemporaryFolder, type Closable } from './process/withTemporaryFolder.mts';
import { provideQueueServices } from './queue/queueServices.mts';
import { startPostgres } from './queue/startPostgres.mts';
import { startQueue } from './queue/startQueue.mts';
import { startRedis } from './queue/startRedis.mts';

/** A playground whose work is done by workers; `n8n` is the main process. */
export type QueuePlayground = Omit<OpenedPlayground, 'userFolder'> &
	Closable & { workers: N8nProcess[] };

/**
 * Opens a fresh n8n in queue mode that has this package installed: a main process and workers, over a Redis and a
 * PostgreSQL of their own, beside a fresh emulator and with a credential that reaches it. All of them but the
 * emulator follow one clock, `n8n.moveClock`. Everything started here ends with this process at the latest.
 *
 * @param name the folder its logs go to, below reports/logs
 * @param options.report hears about progress
 */
export async function openQueuePlayground(
	name: string,
	{ workerCount = 2, report = () => undefined }: { workerCount?: number; report?: Report } = {},
): Promise<QueuePlayground> {
	provideQueueServices(report);
	await setUpN8n(report);
	return await withTemporaryFolder(name, {}, async ({ folder, logFolder, started }) => {
		report('Building the package ...');
		await buildPackage(logFolder);
		const mainFolder = path.join(folder, 'main');
		await installPackage(mainFolder, logFolder);

		report('Starting Redis, PostgreSQL and the Custom Speech emulator ...');
		// The database runs as a user who could not look into it otherwise.
		fs.chmodSync(folder, 0o711);
		const redis = started(await startRedis(folder, logFolder));
		const postgres = started(await startPostgres(folder, logFolder));
		const emulator = started(await startEmulator(folder, logFolder));

		report(`Starting n8n with ${workerCount} workers ...`);
		const clock = movableClock(folder);
		const services = { ...redis.env, ...postgres.env };
		const of = { folder, mainFolder, logFolder, workerCount, clock, services, started };
		const { main, workers } = await startQueue(of);
		const session = await signInOwner(main.url);
		const credential = await storeCredential(session, credentialFor(emulator));
		return { n8n: main, workers, emulator, session, credential };
	});
}
