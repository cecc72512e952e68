'use strict';

const fs = require('node:fs');
const zlib = require('node:zlib');
const { Unusable } = require('./finding.js');

/**
 * @typedef {object} Entry one file of an archive
 * @property {string} name
 * @property {number} size
 * @property {number} packed
 * @property {number} method
 * @property {boolean} encrypted
 * @property {number} crc
 * @property {number} at where its own header is
 */

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const BIGGEST_DIRECTORY = 64 * 1024 * 1024;

/** A zip archive on disk, of which no more is read than is asked for. */
class Zip {
	/**
	 * @param {string} file
	 * @param {fs.promises.FileHandle} handle
	 * @param {Entry[]} entries files only, no folders
	 */
	constructor(file, handle, entries) {
		this.file = file;
		this.handle = handle;
		this.entries = entries;
	}

	/**
	 * Lets somebody use an archive, and closes it.
	 * @template T
	 * @param {string} file
	 * @param {(zip: Zip) => Promise<T>} use
	 */
	static async open(file, use) {
		const handle = await fs.promises.open(file);
		try {
			const { size } = await handle.stat();
			const entries = readDirectory(await directoryOf(handle, size));
			return await use(new Zip(file, handle, entries));
		} finally {
			await handle.close();
		}
	}

	/**
	 * What is wrong with an entry before it is read, or nothing.
	 * @param {Entry} entry
	 */
	faultOf({ encrypted, method }) {
		if (encrypted) return 'It is encrypted.';
		return method === 0 || method === 8 ? undefined : 'Its compression is not supported.';
	}

	/**
	 * The content of an entry, or as much of its beginning as is wanted.
	 * @param {Entry} entry
	 * @param {number} [most]
	 */
	async read(entry, most = Infinity) {
		const header = await bytesAt(this.handle, entry.at, 30);
		if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw damaged();
		const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
		if (entry.packed === 0) return Buffer.alloc(0);
		const end = start + entry.packed - 1;
		// By name, because a stream that ends early closes the handle it reads from.
		const packed = fs.createReadStream(this.file, { start, end });
		const plain = entry.method === 0 ? packed : packed.pipe(zlib.createInflateRaw());
		const chunks = [];
		let length = 0;
		try {
			for await (const chunk of plain) {
				chunks.push(chunk);
				length += chunk.length;
				if (length >= most) break;
			}
		} catch {
			throw damaged(entry.name);
		} finally {
			packed.destroy();
		}
		const content = Buffer.concat(chunks);
		if (length < most && !isWhole(entry, content)) throw damaged(entry.name);
		return content.subarray(0, most);
	}
}

/**
 * @param {Entry} entry
 * @param {Buffer} content
 */
function isWhole({ size, crc }, content) {
	return content.length === size && zlib.crc32(content) === crc;
}

/**
 * The bytes of the directory at the end of an archive.
 * @param {fs.promises.FileHandle} handle
 * @param {number} size
 */
async function directoryOf(handle, size) {
	const tailAt = Math.max(0, size - LONGEST_COMMENT - 42);
	const tail = await bytesAt(handle, tailAt, size - tailAt);
	let end = tail.length - 22;
	while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
	if (end < 0) throw new Unusable('The content is no zip archive.');
	let length = tail.readUInt32LE(end + 12);
	let at = tail.readUInt32LE(end + 16);
	const locator = end - 20;
	if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR64) {
		const record = await bytesAt(handle, Number(tail.readBigUInt64LE(locator + 8)), 56);
		if (record.length < 56 || record.readUInt32LE(0) !== END64) throw damaged();
		length = Number(record.readBigUInt64LE(40));
		at = Number(record.readBigUInt64LE(48));
	}
	if (at + length > size || length > BIGGEST_DIRECTORY) throw damaged();
	return bytesAt(handle, at, length);
}

/**
 * @param {Buffer} bytes
 * @returns {Entry[]}
 */
function readDirectory(bytes) {
	const entries = [];
	let at = 0;
	while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
			bytes.readUInt16LE(at + offset),
		);
		const extraAt = at + 46 + nameLength;
		const next = extraAt + extraLength + commentLength;
		if (next > bytes.length) throw damaged();
		const name = bytes.toString('utf8', at + 46, extraAt);
		const sizes = longSizes(bytes, at, bytes.subarray(extraAt, extraAt + extraLength));
		if (!name.endsWith('/')) {
			entries.push({
				name,
				...sizes,
				method: bytes.readUInt16LE(at + 10),
				encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
				crc: bytes.readUInt32LE(at + 16),
			});
		}
		at = next;
	}
	return entries;
}

/**
 * Sizes and place of an entry; those that do not fit into 32 bits stand in an extra field, in this order.
 * @param {Buffer} bytes
 * @param {number} at
 * @param {Buffer} extra
 */
function longSizes(bytes, at, extra) {
	let field = 0;
	while (field + 4 <= extra.length && extra.readUInt16LE(field) !== 1) {
		field += 4 + extra.readUInt16LE(field + 2);
	}
	let long = field + 4;
	const [size, packed, place] = [24, 20, 42].map((offset) => {
		const short = bytes.readUInt32LE(at + offset);
		if (short !== 0xffffffff || long + 8 > extra.length) return short;
		long += 8;
		return Number(extra.readBigUInt64LE(long - 8));
	});
	return { size, packed, at: place };
}

/**
 * @param {fs.promises.FileHandle} handle
 * @param {number} position
 * @param {number} length
 */
async function bytesAt(handle, position, length) {
	if (length === 0) return Buffer.alloc(0);
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
	return buffer.subarray(0, bytesRead);
}

/** @param {string} [name] */
function damaged(name) {
	return new Unusable(`The zip archive is damaged${name ? ` at '${name}'` : ''}.`);
}

module.exports = { Zip };
