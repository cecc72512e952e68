/** Numbers of the zip format; source: PKWARE, APPNOTE.TXT 6.3. */
export const SIGNATURES = {
	localHeader: 0x04034b50,
	descriptor: 0x08074b50,
	directoryRecord: 0x02014b50,
	directoryEnd: 0x06054b50,
	zip64DirectoryEnd: 0x06064b50,
	zip64Locator: 0x07064b50,
};

export const STORED = 0;
export const DEFLATED = 8;

/** Stands in a 32-bit field whose value is in a zip64 field. */
export const IN_ZIP64 = 0xffffffff;

/** Bits of the general purpose flags. */
export const FLAGS = {
	encrypted: 0x1,
	hasDescriptor: 0x8,
	patch: 0x20,
	stronglyEncrypted: 0x40,
	utf8Name: 0x800,
	masked: 0x2000,
};

const ZIP64_FIELD = 0x0001;
const UNICODE_PATH_FIELD = 0x7075;
const AES_FIELD = 0x9901;
/** Of the Unicode path: one byte for its version, four for the checksum of the name it stands for. */
const UNICODE_PATH_HEAD = 5;

/** What the extra fields of an entry say of its format. */
export interface ExtraFacts {
	/** The field with the sizes that do not fit into 32 bits; null when there is none. */
	zip64: Buffer | null;
	/** The name in UTF-8, and the checksum of the name it stands for; null when there is none. */
	unicodePath: { checksum: number; name: Buffer } | null;
	isEncrypted: boolean;
}

/** Reads the extra fields of an entry. */
export function extraFacts(extra: Buffer): ExtraFacts {
	const fields = new Map<number, Buffer>();
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		const body = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
		fields.set(extra.readUInt16LE(at), body);
	}
	const path = fields.get(UNICODE_PATH_FIELD);
	return {
		zip64: fields.get(ZIP64_FIELD) ?? null,
		unicodePath:
			path && path.length > UNICODE_PATH_HEAD
				? { checksum: path.readUInt32LE(1), name: path.subarray(UNICODE_PATH_HEAD) }
				: null,
		isEncrypted: fields.has(AES_FIELD),
	};
}

/**
 * The true values of fields of 32 bits: those that are full stand in the zip64 field, one after the other.
 *
 * @param fields In the order of the format: unpacked size, packed size, place.
 * @returns null when the zip64 field has too few.
 */
export function longValues(fields: number[], zip64: Buffer | null): number[] | null {
	let at = 0;
	const values: number[] = [];
	for (const field of fields) {
		if (field !== IN_ZIP64) values.push(field);
		else if (zip64 === null || at + 8 > zip64.length) return null;
		else {
			values.push(Number(zip64.readBigUInt64LE(at)));
			at += 8;
		}
	}
	return values;
}
