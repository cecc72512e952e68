import type { ByteCursor } from '../byteCursor';
import { damaged } from './brokenArchive';
import { entryName, type EntryName } from './entryName';
import { extraFacts, FLAGS, longValues } from './format';
import { refuseEntry, type EntryFacts } from './refusals';

/** What stands in front of an entry's bytes. */
export interface LocalHeader extends EntryFacts {
	/** Where it begins, in bytes from the start of the archive. */
	offset: number;
	/** The name as it is written, to be compared with the directory's. */
	rawName: Buffer;
	/** The name as it may be meant. */
	entryName: EntryName;
	/** Packed bytes; not known while they are told after the entry. */
	packed: number | null;
	/** As the header says; all 0 when they are told after the entry. */
	crc: number;
	unpacked: number;
}

const LENGTH = 30;

/**
 * Reads the header of the entry the cursor stands at.
 *
 * @throws BrokenArchive when it is cut, or the entry must not be read.
 */
export async function readLocalHeader(cursor: ByteCursor): Promise<LocalHeader> {
	const offset = cursor.position;
	const fixed = await cursor.take(LENGTH);
	if (fixed.length < LENGTH) throw damaged('The archive ends within a header.');
	const [nameLength, extraLength] = [fixed.readUInt16LE(26), fixed.readUInt16LE(28)];
	// Held while the entry is read, so it must not hang on a whole piece of the stream.
	const rawName = Buffer.from(await cursor.take(nameLength));
	const extra = await cursor.take(extraLength);
	if (rawName.length + extra.length < nameLength + extraLength) {
		throw damaged('The archive ends within a header.');
	}
	const flags = fixed.readUInt16LE(6);
	const facts = extraFacts(extra);
	// Sizes that are told after the entry need not stand here.
	const isToldLater = (flags & FLAGS.hasDescriptor) !== 0;
	const fields = isToldLater ? [0, 0] : [fixed.readUInt32LE(22), fixed.readUInt32LE(18)];
	const sizes = longValues(fields, facts.zip64);
	if (sizes === null) throw damaged('The archive ends within a header.');
	const [unpacked, packed] = sizes;
	const named = entryName(rawName, flags, facts);
	const header: LocalHeader = {
		offset,
		rawName,
		entryName: named,
		name: named.shown,
		flags,
		method: fixed.readUInt16LE(8),
		crc: fixed.readUInt32LE(14),
		packed: isToldLater ? null : packed,
		unpacked,
		isEncrypted: facts.isEncrypted,
	};
	refuseEntry(header);
	return header;
}
