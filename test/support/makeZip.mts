import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
	name: string;
	rawName?: Buffer;
	content?: Buffer | string;
	stored?: boolean;
	descriptor?: 'signed' | 'bare' | 'signed64' | 'bare64';
	zip64?: boolean | 'local';
	flags?: number;
	method?: number;
	unpacked?: number;
	extra?: Buffer;
	attributes?: number;
	packed?: Buffer;
	directoryName?: string;
}

/**
 * Writes a zip archive the way different programs do, sound or not.
 *
 * @param how `zip64` writes its end record too; without it,
 *   an entry in zip64 form decides
 */
function makeZip(
	entries: ZipEntry[],
	{ comment = '', end = {}, zip64 }: { comment?: string; end?: object; zip64?: boolean } = {},
) {
	const isZip64 = zip64 ?? entries.some((entry) => entry.zip64 === true);
	const parts = [];
	const records = [];
	let offset = 0;
	for (const entry of entries) {
		const { bytes, record } = writeEntry(entry, offset);
		parts.push(bytes);
		records.push(record);
		offset += bytes.length;
	}
	const directory = Buffer.concat(records);
	const place = { count: entries.length, length: directory.length, offset };
	return Buffer.concat([
		...parts,
		directory,
		isZip64 ? writeZip64End(place) : NOTHING,
		writeEnd({ ...(isZip64 ? IN_ZIP64_END : place), comment, ...end }),
	]);
}

const NOTHING = Buffer.alloc(0);
/** Stands in a field of 32 bits whose value is in a zip64 field. */
const IN_ZIP64 = 0xffffffff;
const IN_ZIP64_END = { count: 0xffff, length: IN_ZIP64, offset: IN_ZIP64 };

function writeEntry(/** @type {ZipEntry} */ entry: ZipEntry, offset) {
	const content = Buffer.from(entry.content ?? '');
	const packed = entry.packed ?? (entry.stored ? content : deflateRawSync(content));
	const name = entry.rawName ?? Buffer.from(entry.name);
	const extra = entry.extra ?? NOTHING;
	const facts = {
		flags: (entry.flags ?? 0) | (entry.descriptor ? 8 : 0) | (entry.rawName ? 0 : 0x800),
		method: entry.method ?? (entry.stored ? 0 : 8),
		crc: checksum(content),
		packed: packed.length,
		unpacked: entry.unpacked ?? content.length,
	};
	const told = entry.descriptor ? { ...facts, crc: 0, packed: 0, unpacked: 0 } : facts;
	const bytes = Buffer.concat([
		localHeader(entry, told, name, extra),
		packed,
		descriptorOf(entry, facts),
	]);
	const listed = entry.directoryName === undefined ? name : Buffer.from(entry.directoryName);
	return { bytes, record: directoryRecord(entry, { ...facts, offset }, listed, extra) };
}

function localHeader(/** @type {ZipEntry} */ entry: ZipEntry, told, name, extra) {
	const is64 = Boolean(entry.zip64);
	const extras = is64 ? Buffer.concat([zip64Field(told.unpacked, told.packed), extra]) : extra;
	return Buffer.concat([
		numbers(
			[4, 0x04034b50],
			[2, versionOf(entry)],
			...common(is64 ? { ...told, ...HIDDEN } : told),
			[2, name.length],
			[2, extras.length],
		),
		name,
		extras,
	]);
}

function directoryRecord(/** @type {ZipEntry} */ entry: ZipEntry, facts, name, extra) {
	const is64 = entry.zip64 === true;
	const field = is64 ? zip64Field(facts.unpacked, facts.packed, facts.offset) : NOTHING;
	return Buffer.concat([
		numbers(
			[4, 0x02014b50],
			[2, entry.attributes ? 0x0314 : 20],
			[2, versionOf(entry)],
			...common(is64 ? { ...facts, ...HIDDEN } : facts),
			[2, name.length],
			[2, field.length + extra.length],
			[2, 0],
			[2, 0],
			[2, 0],
			[4, ((entry.attributes ?? 0) << 16) >>> 0],
			[4, is64 ? IN_ZIP64 : facts.offset],
		),
		name,
		field,
		extra,
	]);
}

const HIDDEN = { packed: IN_ZIP64, unpacked: IN_ZIP64 };

/** Version 4.5 of the format, which knows zip64, or 2.0. */
const versionOf = ({ zip64, descriptor }) => (zip64 || descriptor?.endsWith('64') ? 45 : 20);

/** The field for what may not fit into 32 bits. */
const zip64Field = (...values) =>
	numbers([2, 0x0001], [2, values.length * 8], ...values.map((value) => [8, value]));

/**
 * The field by which Info-ZIP gives a name in UTF-8 beside the one in the header.
 *
 * @param rawName as in the header
 * @param crc of the name in the header; another one makes the field void
 */
const unicodePathField = (rawName: Buffer, name: string, crc: number = checksum(rawName)) => {
	const text = Buffer.from(name);
	return Buffer.concat([numbers([2, 0x7075], [2, text.length + 5], [1, 1], [4, crc]), text]);
};

/** The first of September 2024; many programs cannot read a date of nothing. */
const DATE = 0x5921;

const common = ({ flags, method, crc, packed, unpacked }) => [
	[2, flags],
	[2, method],
	[2, 0],
	[2, DATE],
	[4, crc],
	[4, packed],
	[4, unpacked],
];

function descriptorOf({ descriptor }, { crc, packed, unpacked }) {
	if (!descriptor) return NOTHING;
	const width = descriptor.endsWith('64') ? 8 : 4;
	const bare = numbers([4, crc], [width, packed], [width, unpacked]);
	return descriptor.startsWith('bare') ? bare : Buffer.concat([numbers([4, 0x08074b50]), bare]);
}

/** The end record of zip64, and what leads to it. */
function writeZip64End({ count, length, offset }) {
	const record = [
		[4, 0x06064b50],
		[8, 44],
		[2, 45],
		[2, 45],
		[4, 0],
		[4, 0],
		[8, count],
		[8, count],
		[8, length],
		[8, offset],
	];
	const locator = [
		[4, 0x07064b50],
		[4, 0],
		[8, offset + length],
		[4, 1],
	];
	return numbers(...record, ...locator);
}

function writeEnd({ count, length, offset, comment, disk = 0 }) {
	const text = Buffer.from(comment);
	const fixed = numbers(
		[4, 0x06054b50],
		[2, disk],
		[2, disk],
		[2, count],
		[2, count],
		[4, length],
		[4, offset],
		[2, text.length],
	);
	return Buffer.concat([fixed, text]);
}

/** Little-endian numbers, each as [bytes, value]. */
function numbers(...fields) {
	return Buffer.concat(
		fields.map(([size, value]) => {
			const bytes = Buffer.alloc(size);
			if (size === 8) bytes.writeBigUInt64LE(BigInt(value));
			else bytes.writeUIntLE(value, 0, size);
			return bytes;
		}),
	);
}

/** CRC-32 of the content; older versions of Node.js have no function for it. */
function checksum(content) {
	if (crc32) return crc32(content);
	let crc = -1;
	for (const byte of content) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
	return ~crc >>> 0;
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

export { makeZip, unicodePathField };
