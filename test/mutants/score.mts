/** What became of the mutants of a room: those that made a test fail, and all that were tried. */
export interface Count {
	killed: number;
	mutants: number;
}

/** The counts of rooms, by the name of the room. */
export type Counts = Record<string, Count>;

/** Percent of mutants that were killed, to a tenth; rounded down, so that 100 is all of them. */
export const percent = ({ killed, mutants }: Count): string =>
	(Math.floor((killed / mutants) * 1_000) / 10).toFixed(1);

/** Those of the rooms whose share of killed mutants is lower than the one that is kept. */
export function fallen(counts: Counts, kept: Counts): string[] {
	return Object.entries(counts).flatMap(([room, { killed, mutants }]) => {
		const before = room in kept ? kept[room] : null;
		return before && killed * before.mutants < before.killed * mutants ? [room] : [];
	});
}

/** The counts of all rooms together. */
export function total(counts: Counts): Count {
	const sum: Count = { killed: 0, mutants: 0 };
	for (const { killed, mutants } of Object.values(counts)) {
		sum.killed += killed;
		sum.mutants += mutants;
	}
	return sum;
}

/** The table that publishes the counts, as Markdown that is yet to be formatted. */
export function tableOf(counts: Counts): string {
	const rows = Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1));
	const cells = [
		...rows.map(([room, count]) => [`\`${room}\``, count] as const),
		['all', total(counts)] as const,
	];
	return [
		'| Room | Mutants | Killed | Score |',
		'| --- | --- | --- | --- |',
		...cells.map(
			([room, count]) => `| ${room} | ${count.mutants} | ${count.killed} | ${percent(count)}% |`,
		),
	].join('\n');
}
