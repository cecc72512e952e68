export type WordErrors = { substitutions: number; deletions: number; insertions: number };

export type Scripted = import('./references.mts').Scripted;

/** How errors fall when nobody says. */
const SHARES = { insertions: 0.2, deletions: 0.2, substitutions: 0.6 } as const;
const NAMES = {
	insertions: 'wordInsertionCount',
	deletions: 'wordDeletionCount',
	substitutions: 'wordSubstitutionCount',
} as const;
const KINDS = Object.keys(SHARES) as (keyof WordErrors)[];

/**
 * How many errors of each kind a model makes: as scripted as far as it goes, the rest so that the rate comes out.
 * @param words in the references
 */
function wordErrors(words: number, usualRate: number, script: Scripted): WordErrors {
	const errors = { substitutions: 0, deletions: 0, insertions: 0 } as WordErrors;
	const open = KINDS.filter((kind) => script[NAMES[kind]] === undefined);
	for (const kind of KINDS) errors[kind] = script[NAMES[kind]] ?? 0;
	const given = KINDS.reduce((sum, kind) => sum + errors[kind], 0);
	const onlyCounts = script.wordErrorRate === undefined && open.length < KINDS.length;
	const wanted = onlyCounts ? given : Math.round((script.wordErrorRate ?? usualRate) * words);
	let rest = Math.max(0, wanted - given);
	let shares = open.reduce((sum, kind) => sum + SHARES[kind], 0);
	for (const kind of open) {
		const part = Math.round((rest * SHARES[kind]) / shares);
		errors[kind] = part;
		rest -= part;
		shares -= SHARES[kind];
	}
	return withinReason(errors, words);
}

/**
 * No more words can be lost than there are; what is over was added.
 */
function withinReason({ substitutions, deletions, insertions }: WordErrors, words: number) {
	const over = Math.max(0, substitutions + deletions - words);
	const fewer = Math.min(over, substitutions);
	return {
		substitutions: substitutions - fewer,
		deletions: deletions - (over - fewer),
		insertions: insertions + over,
	};
}

export { wordErrors };
