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
const AES_FIELD = 0x9901;

/** The ids of an entry's extra fields. */
function extraFieldIds(extra: Buffer): number[] {
	const ids: number[] = [];
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		ids.push(extra.readUInt16LE(at));
	}
	return ids;
}

/** What the extra fields of an entry say of its format. */
export function extraFacts(extra: Buffer): { isZip64: boolean; isEncrypted: boolean } {
	const ids = extraFieldIds(extra);
	return { isZip64: ids.includes(ZIP64_FIELD), isEncrypted: ids.includes(AES_FIELD) };
}
