import type { ByteCursor } from '../byteCursor';
import { BrokenArchive, damaged } from './brokenArchive';
import { extraFacts, IN_ZIP64, SIGNATURES } from './format';
import { entryName } from './localHeader';
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
	const { isZip64, isEncrypted } = extraFacts(extra);
	await cursor.skip(commentLength);
	const name = entryName(rawName);
	const [packed, unpacked, offset] = [20, 24, 42].map((at) => fixed.readUInt32LE(at));
	const method = fixed.readUInt16LE(10);
	refuseEntry({
		name,
		flags: fixed.readUInt16LE(8),
		method,
		isZip64: isZip64 || [packed, unpacked, offset].includes(IN_ZIP64),
		isEncrypted,
	});
	if (fixed[5] === UNIX && ((fixed.readUInt32LE(38) >>> 16) & FILE_TYPE) === LINK) {
		throw new BrokenArchive('The file is a link to another.', 'Put the file itself in.', name);
	}
	return { offset, rawName, method, crc: fixed.readUInt32LE(16), packed, unpacked };
}

async function readEnd(
	cursor: ByteCursor,
	signature: number,
	begin: number,
	count: number,
): Promise<void> {
	if (signature === SIGNATURES.zip64DirectoryEnd || signature === SIGNATURES.zip64Locator) {
		throw zip64();
	}
	const end = await cursor.take(END_LENGTH);
	if (signature !== SIGNATURES.directoryEnd || end.length < END_LENGTH) {
		throw damaged('The archive has no end of its directory.');
	}
	const [disk, directoryDisk, , entries] = [4, 6, 8, 10].map((at) => end.readUInt16LE(at));
	const [offset, commentLength] = [end.readUInt32LE(16), end.readUInt16LE(20)];
	if (entries === MANY || offset === IN_ZIP64) throw zip64();
	if (disk !== 0 || directoryDisk !== 0) {
		throw new BrokenArchive('The archive is one part of several.', 'Make one zip of them.');
	}
	if (entries !== count || offset !== begin) {
		throw damaged('The end of the archive does not fit its directory.');
	}
	const comment = await cursor.skip(commentLength);
	if (comment < commentLength) throw damaged('The archive ends within its comment.');
	if ((await cursor.peek(1)).length > 0) throw damaged('The file goes on after the archive.');
}

function zip64(): BrokenArchive {
	return new BrokenArchive(
		'The archive is in the format zip64, for more than 65,535 files or 4 GB.',
		'Make the zip without zip64, or divide the data into several.',
	);
}
