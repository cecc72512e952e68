import type { ByteCursor } from '../byteCursor';
import { damaged } from './brokenArchive';
import { nextSignature, readDirectory, type DirectoryRecord } from './directory';
import { EntryBody, type EntrySizes } from './entryBody';
import { SIGNATURES } from './format';
import { readLocalHeader, type LocalHeader } from './localHeader';
import { refuseBomb } from './refusals';

/** An entry of an archive that has gone by. */
export interface Entry extends EntrySizes {
	header: LocalHeader;
}

/** Looks at an entry while its bytes go by, and takes as many of them as it wants. */
export type Visit = (header: LocalHeader, body: EntryBody) => Promise<void>;

/**
 * Reads an archive once from its first byte to its last: every entry, then the directory, which must agree.
 * Nothing is kept of it but what `visit` keeps, and nothing is written anywhere.
 *
 * @returns every entry, in order.
 * @throws BrokenArchive when the archive is damaged, or must not be read: then nothing after that place is.
 */
export async function readArchive(cursor: ByteCursor, visit: Visit): Promise<Entry[]> {
	const passed: Entry[] = [];
	let total = 0;
	for (;;) {
		const signature = await nextSignature(cursor);
		if (signature !== SIGNATURES.localHeader) break;
		const header = await readLocalHeader(cursor);
		if (header.packed !== null) {
			refuseBomb(header.name, { ...header, packed: header.packed }, total + header.unpacked);
		}
		const body = new EntryBody(cursor, header, total);
		await visit(header, body);
		const sizes = await body.finish();
		total += sizes.unpacked;
		refuseBomb(header.name, sizes, total);
		passed.push({ header, ...sizes });
	}
	if (passed.length === 0 && (await nextSignature(cursor)) !== SIGNATURES.directoryEnd) {
		throw damaged('The file is not a zip archive.');
	}
	compare(passed, await readDirectory(cursor));
	return passed;
}

/** Programs differ in which of the two they believe, so they must say the same. */
function compare(passed: Entry[], records: DirectoryRecord[]): void {
	const byOffset = new Map(records.map((record) => [record.offset, record]));
	const unlike = passed.find((entry) => !isSame(entry, byOffset.get(entry.header.offset)));
	if (unlike) {
		const { name } = unlike.header;
		throw damaged('The directory of the archive does not match the file.', name);
	}
	if (records.length !== passed.length) {
		throw damaged('The directory of the archive lists files that are not there.');
	}
}

function isSame(entry: Entry, record: DirectoryRecord | undefined): boolean {
	return (
		record !== undefined &&
		record.rawName.equals(entry.header.rawName) &&
		record.method === entry.header.method &&
		record.crc === entry.crc &&
		record.packed === entry.packed &&
		record.unpacked === entry.unpacked
	);
}
