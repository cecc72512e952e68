const { crc32, deflateRawSync } = require('node:zlib');

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {Buffer | string} [content]
 * @property {boolean} [stored] not packed
 * @property {'signed' | 'bare'} [descriptor] sizes stand after the bytes, as programs write that stream
 * @property {number} [flags] more flags
 * @property {number} [method] as both headers claim
 * @property {number} [unpacked] size as both headers claim
 * @property {Buffer} [extra]
 * @property {number} [attributes] external ones, as on Unix
 * @property {Buffer} [packed] the packed bytes, whatever the content
 * @property {string} [directoryName] another name in the directory
 */

/** Writes a zip archive the way different programs do, sound or not. */
function makeZip(/** @type {ZipEntry[]} */ entries, { comment = '', end = {} } = {}) {
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
	return Buffer.concat([
		...parts,
		directory,
		writeEnd({ count: entries.length, length: directory.length, offset, comment, ...end }),
	]);
}

function writeEntry(/** @type {ZipEntry} */ entry, offset) {
	const content = Buffer.from(entry.content ?? '');
	const packed = entry.packed ?? (entry.stored ? content : deflateRawSync(content));
	const name = Buffer.from(entry.name);
	const extra = entry.extra ?? Buffer.alloc(0);
	const facts = {
		flags: (entry.flags ?? 0) | (entry.descriptor ? 8 : 0) | 0x800,
		method: entry.method ?? (entry.stored ? 0 : 8),
		crc: checksum(content),
		packed: packed.length,
		unpacked: entry.unpacked ?? content.length,
	};
	const told = entry.descriptor ? { ...facts, crc: 0, packed: 0, unpacked: 0 } : facts;
	const local = Buffer.concat([
		numbers([4, 0x04034b50], [2, 20], ...common(told), [2, name.length], [2, extra.length]),
		name,
		extra,
	]);
	const listed = Buffer.from(entry.directoryName ?? entry.name);
	const record = Buffer.concat([
		numbers(
			[4, 0x02014b50],
			[2, entry.attributes ? 0x0314 : 20],
			[2, 20],
			...common(facts),
			[2, listed.length],
			[2, extra.length],
			[2, 0],
			[2, 0],
			[2, 0],
			[4, ((entry.attributes ?? 0) << 16) >>> 0],
			[4, offset],
		),
		listed,
		extra,
	]);
	return { bytes: Buffer.concat([local, packed, descriptorOf(entry, facts)]), record };
}

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
	if (!descriptor) return Buffer.alloc(0);
	const bare = numbers([4, crc], [4, packed], [4, unpacked]);
	return descriptor === 'bare' ? bare : Buffer.concat([numbers([4, 0x08074b50]), bare]);
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
			bytes.writeUIntLE(value, 0, size);
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

module.exports = { makeZip };
