const fs = require('node:fs');
const path = require('node:path');
const { buildPackage } = require('./lib/buildPackage');
const { credentialFor } = require('./lib/credentialFor');
const { installPackage } = require('./lib/installPackage');
const { movableClock } = require('./lib/movableClock');
const { logs } = require('./lib/paths');
const { recordInstalledPackage } = require('./lib/recordInstalledPackage');
const { setUpN8n } = require('./lib/setUpN8n');
const { OWNER, signInOwner } = require('./lib/signInOwner');
const { startEmulator } = require('./lib/startEmulator');
const { startN8n } = require('./lib/startN8n');
const { throwAwayFolder } = require('./lib/throwAwayFolder');

/**
 * Opens a fresh n8n that has this package installed, beside a fresh emulator and with a credential
 * that reaches it. Everything started here ends with this process at the latest.
 *
 * @param {string} name the folder its logs go to, below reports/logs
 * @param {object} [options]
 * @param {boolean} [options.keep] leaves n8n's user folder behind
 * @param {number} [options.speed] how many seconds of the emulator pass in one of ours
 * @param {boolean} [options.clockMoves] gives n8n a clock of its own, which `n8n.moveClock` moves forward
 * @param {(line: string) => void} [options.report] hears about progress
 */
async function openPlayground(
	name,
	{ keep = false, speed = 1, clockMoves = false, report = () => {} } = {},
) {
	await setUpN8n(report);
	const logFolder = path.join(logs, name);
	fs.rmSync(logFolder, { recursive: true, force: true });
	fs.mkdirSync(logFolder, { recursive: true });

	const { folder: userFolder, remove } = throwAwayFolder({ keep });
	const stops = [];
	const close = async () => {
		await Promise.all(stops.map((stop) => stop()));
		remove();
	};
	try {
		report('Building the package and installing it into a fresh n8n ...');
		await buildPackage(logFolder);
		const manifest = await installPackage(userFolder, logFolder);

		report('Starting the Custom Speech emulator and n8n ...');
		const emulator = await startEmulator(logFolder, { speed });
		stops.push(emulator.stop);
		const clock = clockMoves ? movableClock(userFolder) : undefined;
		const n8n = await startN8n(userFolder, logFolder, { clock });
		stops.push(n8n.stop);

		const session = await signInOwner(n8n.url);
		await recordInstalledPackage({ userFolder, logFolder }, manifest, session);
		const credential = await session.post('/rest/credentials', credentialFor(emulator));
		return { userFolder, logFolder, n8n, emulator, session, credential, owner: OWNER, close };
	} catch (error) {
		await close();
		throw error;
	}
}

module.exports = { openPlayground };
