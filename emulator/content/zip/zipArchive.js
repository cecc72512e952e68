'use strict';

const fs = require('node:fs');
const zlib = require('node:zlib');
const yauzl = require('yauzl');
const { Unusable } = require('../finding.js');
const { asUnusable, damaged } = require('./damage.js');
const { namesOf } = require('./entryNames.js');
const { FileReader } = require('./fileReader.js');
const { bytesAt, checkLayout } = require('./layout.js');
const { refuseHeader, refuseLink } = require('./refusals.js');

/**
 * @typedef {object} Entry one file of an archive, or a folder
 * @property {string} name the likeliest reading of it
 * @property {string[]} names all readings of it
 * @property {number} size
 * @property {yauzl.Entry} source
 */

/** A first entry, or the end of an archive without any. */
const STARTS = ['504b0304', '504b0506'];
/** The marks of an archive in several parts. */
const PART_STARTS = ['504b0708', '504b3030'];

/** A zip archive on disk, of which no more is read than is asked for. */
class ZipArchive {
	/**
	 * @param {yauzl.ZipFile} zip
	 * @param {Entry[]} entries
	 */
	constructor(zip, entries) {
		this.zip = zip;
		this.entries = entries;
	}

	/**
	 * Lets somebody use an archive, and closes it. One that is not sound is not used at all.
	 * @template T
	 * @param {string} file
	 * @param {(archive: ZipArchive) => Promise<T>} use
	 */
	static async open(file, use) {
		const handle = await fs.promises.open(file);
		const reader = new FileReader(handle);
		try {
			refuseStart((await bytesAt(handle, 0, 4)).toString('hex'));
			const zip = await openZip(reader, (await handle.stat()).size);
			return await use(new ZipArchive(zip, await soundEntries(zip, handle)));
		} finally {
			await reader.settle();
			await handle.close();
		}
	}

	/**
	 * The content of an entry, from its beginning to where the reader stops.
	 * @param {Entry} entry
	 * @returns {AsyncGenerator<Buffer>}
	 */
	async *content({ source, name }) {
		try {
			yield* await this.zip.openReadStreamPromise(source);
		} catch {
			throw damaged(name);
		}
	}

	/**
	 * The content of an entry, to its end and with its checksum proven.
	 * @param {Entry} entry
	 * @returns {AsyncGenerator<Buffer>}
	 */
	async *wholeContent(entry) {
		let crc = 0;
		for await (const chunk of this.content(entry)) {
			crc = zlib.crc32(chunk, crc);
			yield chunk;
		}
		if (crc !== entry.source.crc32) throw damaged(entry.name);
	}
}

/** @param {string} start the first four bytes */
function refuseStart(start) {
	if (PART_STARTS.includes(start)) throw new Unusable('The zip archive is one part of several.');
	if (!STARTS.includes(start)) throw new Unusable('The content is no zip archive.');
}

/**
 * @param {FileReader} reader
 * @param {number} size of the file
 */
async function openZip(reader, size) {
	const options = { autoClose: false, decodeStrings: false };
	try {
		return await yauzl.fromRandomAccessReaderPromise(reader, size, options);
	} catch (error) {
		throw asUnusable(error);
	}
}

/**
 * @param {yauzl.ZipFile} zip
 * @param {fs.promises.FileHandle} handle
 */
async function soundEntries(zip, handle) {
	try {
		const entries = [];
		for await (const source of zip.eachEntry()) {
			const names = namesOf(source);
			refuseHeader(source, names[0]);
			refuseLink(source, names[0]);
			entries.push({ name: names[0], names, size: source.uncompressedSize, source });
		}
		await checkLayout(zip, handle, entries);
		return entries;
	} catch (error) {
		throw asUnusable(error);
	}
}

module.exports = { ZipArchive };
