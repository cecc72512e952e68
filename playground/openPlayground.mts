import { movableClock } from './clock/movableClock.mts';
import { credentialFor } from './emulator/credentialFor.mts';
import { startEmulator, type RunningEmulator } from './emulator/startEmulator.mts';
import { storeCredential, type StoredCredential } from './n8n/credential.mts';
import type { N8nSession } from './n8n/n8nSession.mts';
import { setUpN8n } from './n8n/setUpN8n.mts';
import { signInOwner } from './n8n/signInOwner.mts';
import { startN8n, type RunningN8n } from './n8n/startN8n.mts';
import { buildPackage } from './package/buildPackage.mts';
import { installPackage } from './package/installPackage.mts';
import { recordInstalledPackage } from './package/recordInstalledPackage.mts';
import type { Report } from './process/report.mts';
import { withTemporaryFolder, type Closable } from './process/withTemporaryFolder.mts';

export interface PlaygroundOptions {
	/** Leaves n8n's user folder behind. */
	keep?: boolean;
	/** How many seconds of the emulator pass in one of ours. */
	speed?: number;
	/** Gives n8n a clock of its own, which `n8n.moveClock` moves forward. */
	clockMoves?: boolean;
	/** What n8n's Node.js is started with besides, such as to measure it. */
	nodeArguments?: string[];
	/** Further settings of n8n. */
	env?: Record<string, string>;
	/** Hears about progress. */
	report?: Report;
}

/** An n8n with this package in it, beside an emulator that its credential reaches. */
export interface OpenedPlayground {
	userFolder: string;
	n8n: RunningN8n;
	emulator: RunningEmulator;
	session: N8nSession;
	credential: StoredCredential;
}

/** What tells of a playground, closes it, and has its logs. */
export type Playground = OpenedPlayground & Closable;

/**
 * Opens a fresh n8n that has this package installed, beside a fresh emulator and with a credential
 * that reaches it. Everything started here ends with this process at the latest.
 *
 * @param name the folder its logs go to, below reports/logs
 */
export async function openPlayground(
	name: string,
	{
		keep = false,
		speed = 1,
		clockMoves = false,
		nodeArguments,
		env,
		report = () => undefined,
	}: PlaygroundOptions = {},
): Promise<Playground> {
	await setUpN8n(report);
	return await withTemporaryFolder(name, { keep }, async ({ folder, logFolder, started }) => {
		report('Building the package and installing it into a fresh n8n ...');
		await buildPackage(logFolder);
		const manifest = await installPackage(folder, logFolder);

		report('Starting the Custom Speech emulator and n8n ...');
		const emulator = started(await startEmulator(folder, logFolder, { speed }));
		const clock = clockMoves ? movableClock(folder) : undefined;
		const n8n = started(await startN8n(folder, logFolder, { clock, env, nodeArguments }));

		const session = await signInOwner(n8n.url);
		await recordInstalledPackage({ userFolder: folder, logFolder }, manifest, session);
		const credential = await storeCredential(session, credentialFor(emulator));
		return { userFolder: folder, n8n, emulator, session, credential };
	});
}
