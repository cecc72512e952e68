import yauzl from 'yauzl';
import { damaged } from './damage.mts';
import { LONGEST, descriptorLength } from './descriptor.mts';
import { refuseHeader } from './refusals.mts';

export type Entry = import('./zipArchive.mts').Entry;

export type FileHandle = import('node:fs').promises.FileHandle;

const HAS_DESCRIPTOR = 0x8;
const IN_ZIP64 = 0xffffffff;
const ZIP64_FIELD = 1;
const RECORD_LENGTH = 46;
const END_LENGTH = 22;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR_LENGTH = 20;

/**
 * Refuses an archive whose directory does not say the same as the headers, or that holds more than its directory
 * names: programs differ in which of the two they believe. Source: PKWARE APPNOTE 6.3, 4.3.6.
 */
async function checkLayout(zip: yauzl.ZipFile, handle: FileHandle, entries: Entry[]) {
	const place = (/** @type {Entry} */ { source }: Entry) => source.relativeOffsetOfLocalHeader;
	let at = 0;
	for (const entry of [...entries].sort((one, other) => place(one) - place(other))) {
		if (place(entry) !== at) throw damaged(entry.name);
		at = await endOf(entry, zip, handle);
	}
	for (const { source } of entries) {
		const { fileNameLength, extraFieldLength, fileCommentLength } = source;
		at += RECORD_LENGTH + fileNameLength + extraFieldLength + fileCommentLength;
	}
	// Not decoded, so its length is one of bytes.
	const end = zip.fileSize - END_LENGTH - zip.comment.length;
	if (at !== end && at + (await zip64EndLength(handle, at)) !== end) throw damaged();
}

/**
 * Where the next header has to begin.
 */
async function endOf({ source, name }: Entry, zip: yauzl.ZipFile, handle: FileHandle) {
	const local = await zip.readLocalFileHeaderPromise(source);
	refuseHeader(local, name);
	const isSame =
		local.fileName.equals(source.fileNameRaw) &&
		local.compressionMethod === source.compressionMethod;
	if (!isSame) throw damaged(name);
	const end = local.fileDataStart + source.compressedSize;
	if ((local.generalPurposeBitFlag & HAS_DESCRIPTOR) === 0) {
		if (!hasSizesOf(local, source)) throw damaged(name);
		return end;
	}
	const length = descriptorLength(await bytesAt(handle, end, LONGEST), source);
	if (length === undefined) throw damaged(name);
	return end + length;
}

function hasSizesOf(
	local: yauzl.LocalFileHeader,
	{ crc32, compressedSize, uncompressedSize }: yauzl.Entry,
) {
	const field = yauzl.parseExtraFields(local.extraField).find(({ id }) => id === ZIP64_FIELD);
	let at = 0;
	const [unpacked, packed] = [local.uncompressedSize, local.compressedSize].map((short) => {
		if (short !== IN_ZIP64 || !field || at + 8 > field.data.length) return short;
		at += 8;
		return Number(field.data.readBigUInt64LE(at - 8));
	});
	return local.crc32 === crc32 && packed === compressedSize && unpacked === uncompressedSize;
}

/**
 * The length of what zip64 puts between the directory and its end.
 */
async function zip64EndLength(handle: FileHandle, at: number) {
	const bytes = await bytesAt(handle, at, 12);
	if (bytes.length < 12 || bytes.readUInt32LE(0) !== ZIP64_END) return 0;
	return 12 + Number(bytes.readBigUInt64LE(4)) + ZIP64_LOCATOR_LENGTH;
}

async function bytesAt(handle: FileHandle, position: number, length: number) {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
	return buffer.subarray(0, bytesRead);
}

export { checkLayout, bytesAt };
