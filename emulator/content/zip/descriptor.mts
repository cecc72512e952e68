const SIGNATURE = 0x08074b50;

/** Most bytes a descriptor takes, and the signature after it. */
const LONGEST = 24 + 4;

/** The forms of a descriptor: with or without signature, with sizes in 4 or 8 bytes. */
const FORMS = [
	{ start: 4, width: 4 },
	{ start: 0, width: 4 },
	{ start: 4, width: 8 },
	{ start: 0, width: 8 },
];

/**
 * The length of the descriptor after an entry. Nothing in it tells its form, so that form counts which says what the
 * directory says and is followed by a header. Source: PKWARE APPNOTE 6.3, 4.3.9.
 * @param bytes what follows the content
 * @returns nothing when there is none that fits
 */
function descriptorLength(
	bytes: Buffer,
	{ crc32, compressedSize, uncompressedSize }: import('yauzl').Entry,
): number | undefined {
	for (const { start, width } of FORMS) {
		const end = start + 4 + 2 * width;
		if (end + 4 > bytes.length) continue;
		const number = (/** @type {number} */ at: number) =>
			width === 4 ? bytes.readUInt32LE(at) : Number(bytes.readBigUInt64LE(at));
		const fits =
			(start === 0 || bytes.readUInt32LE(0) === SIGNATURE) &&
			bytes.readUInt32LE(start) === crc32 &&
			number(start + 4) === compressedSize &&
			number(start + 4 + width) === uncompressedSize &&
			bytes.toString('latin1', end, end + 2) === 'PK';
		if (fits) return end;
	}
	return undefined;
}

export { descriptorLength, LONGEST };
