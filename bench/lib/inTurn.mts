/**
 * Runs several ways to do the same in turn, each once a round, after a first round that does not count: what else the
 * machine does then meets all of them.
 *
 * @param ways each tells the milliseconds it took
 * @returns of each way, round by round
 */
export async function inTurn<Name extends string>(
	rounds: number,
	ways: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
	const runs = Object.entries<() => Promise<number>>(ways);
	const took = new Map(runs.map(([name]): [string, number[]] => [name, []]));
	for (let round = 0; round <= rounds; round++) {
		for (const [name, run] of runs) {
			const milliseconds = await run();
			if (round > 0) took.get(name)?.push(milliseconds);
		}
	}
	// The keys are those of `ways`.
	return Object.fromEntries(took) as Record<Name, number[]>;
}
