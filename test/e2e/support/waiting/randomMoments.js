/** Set to the seed that a failed test shows in its name, it gives the same moments again. */
const seed = Number(process.env.WAITING_SEED ?? Date.now() % 1_000_000);

/**
 * Random numbers that can be had again: the generator 'mulberry32'.
 *
 * @param {number} start
 * @returns {() => number} each from 0 to 1
 */
function randomFrom(start) {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

module.exports = { seed, randomFrom };
