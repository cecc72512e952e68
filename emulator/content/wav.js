'use strict';

const PCM = 1;
const EXTENSIBLE = 0xfffe;
const RATES = [8000, 16_000];
// What a writer puts in that did not know the length when it began.
const UNKNOWN_LENGTHS = new Set([0, 0xffffffff]);

/** The most a header may take before its samples. */
const HEAD_BYTES = 64 * 1024;

/** @typedef {{ milliseconds: number, fault?: string }} Audio */

/**
 * Reads the header of a WAV file: its length, or why it cannot be used.
 * @param {Buffer} head the first bytes of it
 * @param {number} size of the whole file
 * @returns {Audio}
 */
function readWav(head, size) {
	const fail = (/** @type {string} */ fault) => ({ milliseconds: 0, fault });
	if (size === 0) return fail('It is empty.');
	if (ascii(head, 0) !== 'RIFF' || ascii(head, 8) !== 'WAVE') return fail('It is no WAV file.');
	/** @type {{ tag: number, channels: number, rate: number, bits: number } | undefined} */
	let format;
	let at = 12;
	while (at + 8 <= head.length) {
		const name = ascii(head, at);
		const length = head.readUInt32LE(at + 4);
		if (name === 'fmt ' && length >= 16 && at + 24 <= head.length)
			format = readFormat(head, at + 8);
		if (name === 'data') return format ? lengthOf(format, length, size - at - 8) : fail(NO_FORMAT);
		// Chunks start on even places.
		at += 8 + length + (length % 2);
	}
	return fail(format ? 'It holds no samples.' : NO_FORMAT);
}

const NO_FORMAT = 'It says nothing about its format.';

/**
 * @param {Buffer} head
 * @param {number} at
 */
function readFormat(head, at) {
	const tag = head.readUInt16LE(at);
	return {
		// The extended form says the real one in the first two bytes of an id.
		tag: tag === EXTENSIBLE && at + 26 <= head.length ? head.readUInt16LE(at + 24) : tag,
		channels: head.readUInt16LE(at + 2),
		rate: head.readUInt32LE(at + 4),
		bits: head.readUInt16LE(at + 14),
	};
}

/**
 * @param {{ tag: number, channels: number, rate: number, bits: number }} format
 * @param {number} said length of the samples, as the header has it
 * @param {number} rest what there is of them
 * @returns {Audio}
 */
function lengthOf({ tag, channels, rate, bits }, said, rest) {
	const fault =
		tag !== PCM || bits !== 16
			? 'It is not 16-bit PCM.'
			: channels !== 1
				? `It has ${channels} channels, not one.`
				: !RATES.includes(rate)
					? `Its sample rate is ${rate} Hz, not 8000 or 16000.`
					: undefined;
	if (fault) return { milliseconds: 0, fault };
	const bytes = UNKNOWN_LENGTHS.has(said) ? rest : said;
	if (bytes > rest) return { milliseconds: 0, fault: 'It is cut short.' };
	if (bytes < 2) return { milliseconds: 0, fault: 'It holds no samples.' };
	return { milliseconds: Math.round((bytes / (2 * rate)) * 1000) };
}

/**
 * @param {Buffer} bytes
 * @param {number} at
 */
function ascii(bytes, at) {
	return bytes.toString('latin1', at, at + 4);
}

module.exports = { readWav, HEAD_BYTES };
