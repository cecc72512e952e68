import { constants, deflateRawSync } from 'node:zlib';

const { Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_FILTERED, Z_DEFAULT_STRATEGY } = constants;

/** A content packed by Deflate at every level and with every strategy: all kinds of block occur. */
function packInEveryWay(/** @type {Buffer} */ content: Buffer) {
	const levels = [0, 1, 6, 9].map((level) => deflateRawSync(content, { level }));
	const strategies = [Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_FILTERED, Z_DEFAULT_STRATEGY];
	return [...levels, ...strategies.map((strategy) => deflateRawSync(content, { strategy }))];
}

/** Bytes that look random and are the same at each call. */
function randomBytes(/** @type {number} */ length: number, /** @type {number} */ seed: number) {
	let state = seed;
	return Buffer.from(
		Array.from({ length }, () => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
			return state >>> 24;
		}),
	);
}

export { packInEveryWay, randomBytes };
