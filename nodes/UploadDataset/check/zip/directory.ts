import type { ByteCursor } from '../byteCursor';
import { BrokenArchive, damaged } from './brokenArchive';
import { entryName } from './entryName';
import { extraFacts, IN_ZIP64, longValues, SIGNATURES } from './format';
import { refuseEntry } from './refusals';

/** What the directory at the end of an archive says of an entry. */
export interface DirectoryRecord {
	offset: number;
	rawName: Buffer;
	method: number;
	crc: number;
	packed: number;
	unpacked: number;
}

const RECORD_LENGTH = 46;
const END_LENGTH = 22;
const LONG_END_LENGTH = 56;
const LOCATOR_LENGTH = 20;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
/** Stands in a 16-bit field whose value is in a zip64 field. */
const MANY = 0xffff;

/**
 * Reads the directory the cursor stands at, up to the end of the archive.
 *
 * @throws BrokenArchive when it is damaged, or not the end of the file.
 */
export async function readDirectory(cursor: ByteCursor): Promise<DirectoryRecord[]> {
	const begin = cursor.position;
	const records: DirectoryRecord[] = [];
	for (;;) {
		const signature = await nextSignature(cursor);
		if (signature !== SIGNATURES.directoryRecord) {
			await readEnd(cursor, signature, begin, records.length);
			return records;
		}
		records.push(await readRecord(cursor));
	}
}

/** The signature the cursor stands at; 0 at the end of the file. */
export async function nextSignature(cursor: ByteCursor): Promise<number> {
	const bytes = await cursor.peek(4);
	return bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
}

async function readRecord(cursor: ByteCursor): Promise<DirectoryRecord> {
	const fixed = await cursor.take(RECORD_LENGTH);
	if (fixed.length < RECORD_LENGTH) throw damaged('The archive ends within its directory.');
	const lengths = [28, 30, 32].map((at) => fixed.readUInt16LE(at));
	const [nameLength, extraLength, commentLength] = lengths;
	const rawName = Buffer.from(await cursor.take(nameLength));
	const extra = await cursor.take(extraLength);
	const facts = extraFacts(extra);
	await cursor.skip(commentLength);
	const [flags, method] = [fixed.readUInt16LE(8), fixed.readUInt16LE(10)];
	const name = entryName(rawName, flags, facts).shown;
	const fields = [24, 20, 42].map((at) => fixed.readUInt32LE(at));
	const values = longValues(fields, facts.zip64);
	if (values === null) throw damaged('The archive ends within its directory.');
	const [unpacked, packed, offset] = values;
	refuseEntry({ name, flags, method, isEncrypted: facts.isEncrypted });
	if (fixed[5] === UNIX && ((fixed.readUInt32LE(38) >>> 16) & FILE_TYPE) === LINK) {
		throw new BrokenArchive('The file is a link to another.', 'Add the file itself.', name);
	}
	return { offset, rawName, method, crc: fixed.readUInt32LE(16), packed, unpacked };
}

async function readEnd(
	cursor: ByteCursor,
	signature: number,
	begin: number,
	count: number,
): Promise<void> {
	const long = signature === SIGNATURES.zip64DirectoryEnd ? await readLongEnd(cursor) : null;
	const last = long === null ? signature : await nextSignature(cursor);
	const end = await cursor.take(END_LENGTH);
	if (last !== SIGNATURES.directoryEnd || end.length < END_LENGTH) {
		throw damaged('The archive has no end of its directory.');
	}
	const [disk, directoryDisk, , entries] = [4, 6, 8, 10].map((at) => end.readUInt16LE(at));
	const [offset, commentLength] = [end.readUInt32LE(16), end.readUInt16LE(20)];
	if (isOneOfSeveral(disk) || isOneOfSeveral(directoryDisk)) {
		throw new BrokenArchive(
			'The archive is one part of several.',
			'Combine them into one zip file.',
		);
	}
	const fits =
		(entries === count || (entries === MANY && long?.entries === count)) &&
		(offset === begin || (offset === IN_ZIP64 && long?.offset === begin));
	if (!fits) throw damaged('The end of the archive does not match its directory.');
	const comment = await cursor.skip(commentLength);
	if (comment < commentLength) throw damaged('The archive ends within its comment.');
	if ((await cursor.peek(1)).length > 0) throw damaged('The file continues after the archive.');
}

/** A full field stands for one that is told in zip64. */
function isOneOfSeveral(disk: number): boolean {
	return disk !== 0 && disk !== MANY;
}

/** Reads the end of a directory in zip64, and the record that says where it is. */
async function readLongEnd(cursor: ByteCursor): Promise<{ entries: number; offset: number }> {
	const end = await cursor.take(LONG_END_LENGTH);
	if (end.length < LONG_END_LENGTH) throw damaged('The archive has no end of its directory.');
	// The record tells its length without the 12 bytes that it begins with.
	await cursor.skip(Number(end.readBigUInt64LE(4)) + 12 - LONG_END_LENGTH);
	if ((await nextSignature(cursor)) !== SIGNATURES.zip64Locator) {
		throw damaged('The archive has no end of its directory.');
	}
	await cursor.skip(LOCATOR_LENGTH);
	return { entries: Number(end.readBigUInt64LE(32)), offset: Number(end.readBigUInt64LE(48)) };
}
