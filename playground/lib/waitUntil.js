const { setTimeout: pause } = require('node:timers/promises');

/**
 * Looks again and again until there is something to see.
 *
 * @template T
 * @param {() => Promise<T | undefined | false>} look
 * @param {{ every: number, patience: number, otherwise: () => string }} options
 *   times in milliseconds; `otherwise` says what is the matter when patience runs out
 * @returns {Promise<T>}
 */
async function waitUntil(look, { every, patience, otherwise }) {
	const deadline = Date.now() + patience;
	for (;;) {
		const seen = await look();
		if (seen) return seen;
		if (Date.now() > deadline) throw new Error(otherwise());
		await pause(every);
	}
}

module.exports = { waitUntil };
