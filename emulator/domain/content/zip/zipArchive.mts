import fs from 'node:fs';
import zlib from 'node:zlib';
import yauzl from 'yauzl';
import { Unusable } from '../finding.mts';
import { asUnusable, damaged } from './damage.mts';
import type { Entry } from './entry.mts';
import { namesOf } from './entryNames.mts';
import { FileReader } from './fileReader.mts';
import { bytesAt, checkLayout } from './layout.mts';
import { refuseHeader, refuseLink } from './refusals.mts';

/** A first entry, or the end of an archive without any. */
const STARTS = ['504b0304', '504b0506'];
/** The marks of an archive in several parts. */
const PART_STARTS = ['504b0708', '504b3030'];

/** A zip archive on disk, of which no more is read than is asked for. */
export class ZipArchive {
	private readonly zip: yauzl.ZipFile;
	readonly entries: readonly Entry[];

	constructor(zip: yauzl.ZipFile, entries: Entry[]) {
		this.zip = zip;
		this.entries = entries;
	}

	/**
	 * Lets somebody use an archive, and closes it. One that is not sound is not used at all.
	 */
	static async open<T>(file: string, use: (archive: ZipArchive) => Promise<T>) {
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
	 */
	async *content({ source, name }: Entry): AsyncGenerator<Buffer> {
		try {
			yield* await this.zip.openReadStreamPromise(source);
		} catch {
			throw damaged(name);
		}
	}

	/**
	 * The content of an entry, to its end and with its checksum proven.
	 */
	async *wholeContent(entry: Entry): AsyncGenerator<Buffer> {
		let crc = 0;
		for await (const chunk of this.content(entry)) {
			crc = zlib.crc32(chunk, crc);
			yield chunk;
		}
		if (crc !== entry.source.crc32) throw damaged(entry.name);
	}
}

/**
 * @param start the first four bytes
 */
function refuseStart(start: string) {
	if (PART_STARTS.includes(start)) throw new Unusable('The zip archive is one part of several.');
	if (!STARTS.includes(start)) throw new Unusable('The content is not a zip archive.');
}

/**
 * @param size of the file
 */
async function openZip(reader: FileReader, size: number) {
	const options = { autoClose: false, decodeStrings: false };
	try {
		return await yauzl.fromRandomAccessReaderPromise(reader, size, options);
	} catch (error) {
		throw asUnusable(error);
	}
}

async function soundEntries(zip: yauzl.ZipFile, handle: fs.promises.FileHandle) {
	try {
		const entries: Entry[] = [];
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
