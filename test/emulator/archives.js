'use strict';

const zlib = require('node:zlib');

/**
 * A WAV file full of silence.
 * @param {{ seconds?: number, rate?: number, channels?: number, bits?: number, tag?: number, said?: number }} [more]
 *   `said` is the length of the samples as the header has it
 */
function wavOf({ seconds = 1, rate = 16_000, channels = 1, bits = 16, tag = 1, said } = {}) {
	const samples = Buffer.alloc(Math.round(seconds * rate) * channels * (bits / 8));
	const head = Buffer.alloc(44);
	head.write('RIFF', 0, 'latin1');
	head.writeUInt32LE(36 + samples.length, 4);
	head.write('WAVEfmt ', 8, 'latin1');
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(tag, 20);
	head.writeUInt16LE(channels, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE((rate * channels * bits) / 8, 28);
	head.writeUInt16LE((channels * bits) / 8, 32);
	head.writeUInt16LE(bits, 34);
	head.write('data', 36, 'latin1');
	head.writeUInt32LE(said ?? samples.length, 40);
	return Buffer.concat([head, samples]);
}

/**
 * A zip archive of files.
 * @param {Record<string, Buffer | string>} files
 * @param {{ stored?: boolean, encrypted?: boolean, method?: number, long?: boolean }} [how]
 *   `long` says sizes in 64 bits
 */
function zipOf(files, { stored = false, encrypted = false, method, long = false } = {}) {
	const parts = [];
	const directory = [];
	let at = 0;
	for (const [name, given] of Object.entries(files)) {
		const content = Buffer.from(given);
		const packed = stored ? content : zlib.deflateRawSync(content);
		const entry = {
			name: Buffer.from(name),
			flags: 0x800 | (encrypted ? 1 : 0),
			method: method ?? (stored ? 0 : 8),
			crc: zlib.crc32(content),
			packed: packed.length,
			size: content.length,
			at,
		};
		const local = Buffer.concat([headerOf(entry, false), entry.name]);
		parts.push(local, packed);
		at += local.length + packed.length;
		directory.push(
			headerOf(entry, true, long),
			entry.name,
			long ? longSizesOf(entry) : Buffer.alloc(0),
		);
	}
	const list = Buffer.concat(directory);
	return Buffer.concat([...parts, list, endOf(Object.keys(files).length, list.length, at, long)]);
}

/**
 * @param {{ name: Buffer, flags: number, method: number, crc: number, packed: number, size: number, at: number }} entry
 * @param {boolean} central in the directory, or before the content
 * @param {boolean} [long]
 */
function headerOf(entry, central, long = false) {
	const bytes = Buffer.alloc(central ? 46 : 30);
	const shift = central ? 2 : 0;
	bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
	bytes.writeUInt16LE(entry.flags, 6 + shift);
	bytes.writeUInt16LE(entry.method, 8 + shift);
	bytes.writeUInt32LE(entry.crc, 14 + shift);
	bytes.writeUInt32LE(long ? 0xffffffff : entry.packed, 18 + shift);
	bytes.writeUInt32LE(long ? 0xffffffff : entry.size, 22 + shift);
	bytes.writeUInt16LE(entry.name.length, 26 + shift);
	bytes.writeUInt16LE(long ? 28 : 0, 28 + shift);
	if (central) bytes.writeUInt32LE(long ? 0xffffffff : entry.at, 42);
	return bytes;
}

/** @param {{ size: number, packed: number, at: number }} entry */
function longSizesOf({ size, packed, at }) {
	const bytes = Buffer.alloc(28);
	bytes.writeUInt16LE(1, 0);
	bytes.writeUInt16LE(24, 2);
	[size, packed, at].forEach((value, index) =>
		bytes.writeBigUInt64LE(BigInt(value), 4 + index * 8),
	);
	return bytes;
}

/**
 * @param {number} count
 * @param {number} length
 * @param {number} at
 * @param {boolean} long
 */
function endOf(count, length, at, long) {
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(long ? 0xffffffff : length, 12);
	end.writeUInt32LE(long ? 0xffffffff : at, 16);
	if (!long) return end;
	const record = Buffer.alloc(56);
	record.writeUInt32LE(0x06064b50, 0);
	record.writeBigUInt64LE(BigInt(length), 40);
	record.writeBigUInt64LE(BigInt(at), 48);
	const locator = Buffer.alloc(20);
	locator.writeUInt32LE(0x07064b50, 0);
	locator.writeBigUInt64LE(BigInt(at + length), 8);
	return Buffer.concat([record, locator, end]);
}

/**
 * An archive of audio and transcripts, one second each unless told otherwise.
 * @param {Record<string, string>} transcripts by audio file
 * @param {{ seconds?: number }} [audio]
 */
function transcribedAudio(transcripts, audio) {
	const lines = Object.entries(transcripts).map(([name, text]) => `${name}\t${text}\n`);
	return zipOf({
		...Object.fromEntries(Object.keys(transcripts).map((name) => [name, wavOf(audio)])),
		'trans.txt': `\ufeff${lines.join('')}`,
	});
}

module.exports = { wavOf, zipOf, transcribedAudio };
