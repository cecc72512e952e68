const fs = require('node:fs');
const path = require('node:path');
const { buildPackage } = require('./lib/buildPackage');
const { credentialFor } = require('./lib/credentialFor');
const { inThrowAwayFolder } = require('./lib/inThrowAwayFolder');
const { installPackage } = require('./lib/installPackage');
const { movableClock } = require('./lib/movableClock');
const { provideQueueServices } = require('./lib/queueServices');
const { setUpN8n } = require('./lib/setUpN8n');
const { OWNER, signInOwner } = require('./lib/signInOwner');
const { startEmulator } = require('./lib/startEmulator');
const { startPostgres } = require('./lib/startPostgres');
const { startQueue } = require('./lib/startQueue');
const { startRedis } = require('./lib/startRedis');

/**
 * Opens a fresh n8n in queue mode that has this package installed: a main process and workers, over a Redis and a
 * PostgreSQL of their own, beside a fresh emulator and with a credential that reaches it. All of them but the
 * emulator follow one clock, `n8n.moveClock`. Everything started here ends with this process at the latest.
 *
 * @param {string} name the folder its logs go to, below reports/logs
 * @param {object} [options]
 * @param {number} [options.workerCount]
 * @param {(line: string) => void} [options.report] hears about progress
 */
async function openQueuePlayground(name, { workerCount = 2, report = () => {} } = {}) {
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

module.exports = { openQueuePlayground };
