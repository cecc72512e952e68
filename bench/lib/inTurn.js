/**
 * Runs several ways to do the same in turn, each once a round, after a first round that does not count: what else the
 * machine does then meets all of them.
 *
 * @param {number} rounds
 * @param {Record<string, () => Promise<number>>} ways each tells the milliseconds it took
 * @returns {Promise<Record<string, number[]>>} of each way, round by round
 */
async function inTurn(rounds, ways) {
	const took = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
	for (let round = 0; round <= rounds; round++) {
		for (const [name, run] of Object.entries(ways)) {
			const milliseconds = await run();
			if (round > 0) took[name].push(milliseconds);
		}
	}
	return took;
}

module.exports = { inTurn };
