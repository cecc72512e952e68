import fs from 'node:fs';
import path from 'node:path';
import { buildPackage } from './lib/buildPackage.mts';
import { credentialFor } from './lib/credentialFor.mts';
import { inThrowAwayFolder } from './lib/inThrowAwayFolder.mts';
import { installPackage } from './lib/installPackage.mts';
import { movableClock } from './lib/movableClock.mts';
import { provideQueueServices } from './lib/queueServices.mts';
import { setUpN8n } from './lib/setUpN8n.mts';
import { OWNER, signInOwner } from './lib/signInOwner.mts';
import { startEmulator } from './lib/startEmulator.mts';
import { startPostgres } from './lib/startPostgres.mts';
import { startQueue } from './lib/startQueue.mts';
import { startRedis } from './lib/startRedis.mts';

/**
 * Opens a fresh n8n in queue mode that has this package installed: a main process and workers, over a Redis and a
 * PostgreSQL of their own, beside a fresh emulator and with a credential that reaches it. All of them but the
 * emulator follow one clock, `n8n.moveClock`. Everything started here ends with this process at the latest.
 *
 * @param name the folder its logs go to, below reports/logs
 * @param options.report hears about progress
 */
async function openQueuePlayground(
	name: string,
	{
		workerCount = 2,
		report = () => {},
	}: { workerCount?: number; report?: (line: string) => void } = {},
) {
	provideQueueServices(report);
	await setUpN8n(report);
	return await inThrowAwayFolder(name, {}, async ({ folder, logFolder, started }) => {
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
		const credential = await session.post('/rest/credentials', credentialFor(emulator));
		return { n8n: main, workers, emulator, session, credential, owner: OWNER };
	});
}

export { openQueuePlayground };
