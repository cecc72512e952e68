import fs from 'node:fs';
import path from 'node:path';
import { logs } from '../paths.mts';
import { temporaryFolder } from './temporaryFolder.mts';

/** Something that runs until it is stopped. */
export interface Stoppable {
	stop: () => Promise<void>;
}

/** Takes note of something that has been started, and hands it on. */
export type Started = <S extends Stoppable>(thing: S) => S;

/** What is open over a temporary folder. */
export interface Closable {
	logFolder: string;
	close: () => Promise<void>;
}

/**
 * Opens several things that end together, over a folder that goes with them. When one of them cannot be opened,
 * those before it are ended again.
 *
 * @param name the folder its logs go to, below reports/logs
 * @param options `keep` leaves the folder behind
 * @param open hands what it has started to `started`
 */
export async function withTemporaryFolder<T extends object>(
	name: string,
	{ keep = false }: { keep?: boolean },
	open: (given: { folder: string; logFolder: string; started: Started }) => Promise<T>,
): Promise<T & Closable> {
	const logFolder = path.join(logs, name);
	fs.rmSync(logFolder, { recursive: true, force: true });
	fs.mkdirSync(logFolder, { recursive: true });

	const { folder, remove } = temporaryFolder({ keep });
	const things: Stoppable[] = [];
	const started: Started = (thing) => {
		things.push(thing);
		return thing;
	};
	const close = async () => {
		await Promise.all(things.map((thing) => thing.stop()));
		remove();
	};
	try {
		return { ...(await open({ folder, logFolder, started })), logFolder, close };
	} catch (error) {
		await close();
		throw error;
	}
}
