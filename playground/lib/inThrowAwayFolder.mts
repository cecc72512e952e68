import fs from 'node:fs';
import path from 'node:path';
import { logs } from './paths.mts';
import { throwAwayFolder } from './throwAwayFolder.mts';

/**
 * Opens several things that end together, over a folder that goes with them. When one of them cannot be opened,
 * those before it are ended again.
 *
 * @template T
 * @param name the folder its logs go to, below reports/logs
 * @param options `keep` leaves the folder behind
 * @param open hands what it has started to `started`
 */
async function inThrowAwayFolder<T>(
	name: string,
	{ keep = false }: { keep?: boolean },
	open: (given: {
		folder: string;
		logFolder: string;
		started: <S extends { stop: () => Promise<void> }>(thing: S) => S;
	}) => Promise<T>,
): Promise<T & { close: () => Promise<void> }> {
	const logFolder = path.join(logs, name);
	fs.rmSync(logFolder, { recursive: true, force: true });
	fs.mkdirSync(logFolder, { recursive: true });

	const { folder, remove } = throwAwayFolder({ keep });
	const things = [];
	const started = (thing) => {
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

export { inThrowAwayFolder };
