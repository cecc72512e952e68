const fs = require('node:fs');
const path = require('node:path');
const { logs } = require('./paths');
const { throwAwayFolder } = require('./throwAwayFolder');

/**
 * Opens several things that end together, over a folder that goes with them. When one of them cannot be opened,
 * those before it are ended again.
 *
 * @template T
 * @param {string} name the folder its logs go to, below reports/logs
 * @param {{ keep?: boolean }} options `keep` leaves the folder behind
 * @param {(given: {
 *   folder: string,
 *   logFolder: string,
 *   started: <S extends { stop: () => Promise<void> }>(thing: S) => S,
 * }) => Promise<T>} open hands what it has started to `started`
 * @returns {Promise<T & { close: () => Promise<void> }>}
 */
async function inThrowAwayFolder(name, { keep = false }, open) {
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

module.exports = { inThrowAwayFolder };
