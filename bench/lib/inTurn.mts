/**
 * Runs several ways to do the same in turn, each once a round, after a first round that does not count: what else the
 * machine does then meets all of them.
 *
 * @param ways each tells the milliseconds it took
 * @returns of each way, round by round
 */
async function inTurn(
	rounds: number,
	ways: Record<string, () => Promise<number>>,
): Promise<Record<string, number[]>> {
	const took = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
	for (let round = 0; round <= rounds; round++) {
		for (const [name, run] of Object.entries(ways)) {
			const milliseconds = await run();
			if (round > 0) took[name].push(milliseconds);
		}
	}
	return took;
}

export { inTurn };
