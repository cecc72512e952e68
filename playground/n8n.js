const { buildPackage } = require('./lib/buildPackage');
const { credentialFor } = require('./lib/credentialFor');
const { inThrowAwayFolder } = require('./lib/inThrowAwayFolder');
const { installPackage } = require('./lib/installPackage');
const { movableClock } = require('./lib/movableClock');
const { recordInstalledPackage } = require('./lib/recordInstalledPackage');
const { setUpN8n } = require('./lib/setUpN8n');
const { OWNER, signInOwner } = require('./lib/signInOwner');
const { startEmulator } = require('./lib/startEmulator');
const { startN8n } = require('./lib/startN8n');

/**
 * Opens a fresh n8n that has this package installed, beside a fresh emulator and with a credential
 * that reaches it. Everything started here ends with this process at the latest.
 *
 * @param {string} name the folder its logs go to, below reports/logs
 * @param {object} [options]
 * @param {boolean} [options.keep] leaves n8n's user folder behind
 * @param {number} [options.speed] how many seconds of the emulator pass in one of ours
 * @param {boolean} [options.clockMoves] gives n8n a clock of its own, which `n8n.moveClock` moves forward
 * @param {string[]} [options.nodeArguments] what n8n's Node.js is started with besides, such as to measure it
 * @param {(line: string) => void} [options.report] hears about progress
 */
async function openPlayground(
	name,
	{ keep = false, speed = 1, clockMoves = false, nodeArguments, report = () => {} } = {},
) {
	await setUpN8n(report);
	return await inThrowAwayFolder(name, { keep }, async ({ folder, logFolder, started }) => {
		report('Building the package and installing it into a fresh n8n ...');
		await buildPackage(logFolder);
		const manifest = await installPackage(folder, logFolder);

		report('Starting the Custom Speech emulator and n8n ...');
		const emulator = started(await startEmulator(folder, logFolder, { speed }));
		const clock = clockMoves ? movableClock(folder) : undefined;
		const n8n = started(await startN8n(folder, logFolder, { clock, nodeArguments }));

		const session = await signInOwner(n8n.url);
		await recordInstalledPackage({ userFolder: folder, logFolder }, manifest, session);
		const credential = await session.post('/rest/credentials', credentialFor(emulator));
		return { userFolder: folder, n8n, emulator, session, credential, owner: OWNER };
	});
}

module.exports = { openPlayground };
