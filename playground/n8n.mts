import { buildPackage } from './lib/buildPackage.mts';
import { credentialFor } from './lib/credentialFor.mts';
import { inThrowAwayFolder } from './lib/inThrowAwayFolder.mts';
import { installPackage } from './lib/installPackage.mts';
import { movableClock } from './lib/movableClock.mts';
import { recordInstalledPackage } from './lib/recordInstalledPackage.mts';
import { setUpN8n } from './lib/setUpN8n.mts';
import { OWNER, signInOwner } from './lib/signInOwner.mts';
import { startEmulator } from './lib/startEmulator.mts';
import { startN8n } from './lib/startN8n.mts';

/**
 * Opens a fresh n8n that has this package installed, beside a fresh emulator and with a credential
 * that reaches it. Everything started here ends with this process at the latest.
 *
 * @param name the folder its logs go to, below reports/logs
 * @param options.keep leaves n8n's user folder behind
 * @param options.speed how many seconds of the emulator pass in one of ours
 * @param options.clockMoves gives n8n a clock of its own, which `n8n.moveClock` moves forward
 * @param options.nodeArguments what n8n's Node.js is started with besides, such as to measure it
 * @param options.report hears about progress
 */
async function openPlayground(
	name: string,
	{
		keep = false,
		speed = 1,
		clockMoves = false,
		nodeArguments,
		report = () => {},
	}: {
		keep?: boolean;
		speed?: number;
		clockMoves?: boolean;
		nodeArguments?: string[];
		report?: (line: string) => void;
	} = {},
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

export { openPlayground };
