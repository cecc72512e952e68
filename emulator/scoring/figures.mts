export type Recognition = import('./recognise.mts').Recognition;

export type Scripted = import('./references.mts').Scripted;

export type Counts = ReturnType<typeof countsOf>;

/** Words right in themselves but wrongly written, as a share of all. */
const USUAL_FORMATTING = 0.05;

/**
 * Word counts of one utterance or of all: what was right, substituted and deleted adds up to the words said.
 */
function countsOf(recognitions: Recognition[]) {
	const counts = { correct: 0, substitution: 0, deletion: 0, insertion: 0 };
	for (const { steps } of recognitions) for (const { kind } of steps) counts[kind] += 1;
	const words = counts.correct + counts.substitution + counts.deletion;
	return {
		wordErrorRate: rate(counts.substitution + counts.deletion + counts.insertion, words, 4),
		wordCount: words,
		correctWordCount: counts.correct,
		wordSubstitutionCount: counts.substitution,
		wordDeletionCount: counts.deletion,
		wordInsertionCount: counts.insertion,
	};
}

function sentencesOf(recognitions: Recognition[]) {
	const wrong = recognitions.filter(({ steps }) => steps.some(({ kind }) => kind !== 'correct'));
	return {
		sentenceErrorRate: rate(wrong.length, recognitions.length, 3),
		sentenceCount: recognitions.length,
	};
}

/**
 * Figures about the text as it is displayed: every word is a token, and some right words are badly written.
 */
function tokensOf(
	words: Counts,
	script: Scripted,
	{ tokenScores, editShares }: import('../quirks.mts').Quirks,
) {
	if (tokenScores === 'absent') return {};
	if (tokenScores === 'minusOne') return untold;
	const { wordCount, correctWordCount, wordDeletionCount, wordInsertionCount } = words;
	const lexical = words.wordSubstitutionCount + wordDeletionCount + wordInsertionCount;
	const wanted =
		script.tokenErrorRate === undefined
			? Math.round(USUAL_FORMATTING * wordCount)
			: Math.round(script.tokenErrorRate * wordCount) - lexical;
	const formatting = Math.max(0, Math.min(wanted, correctWordCount));
	const edits = lexical + formatting;
	const [punctuation, capitalization] = [0.4, 0.4].map((part) => Math.floor(formatting * part));
	const share = (/** @type {number} */ count: number) => ({
		numberOfEdits: count,
		percentageOfAllEdits:
			editShares === 'percent' ? rate(count * 100, edits, 2) : rate(count, edits, 4),
	});
	return {
		tokenErrorRate: rate(edits, wordCount, 4),
		tokenCount: wordCount,
		correctTokenCount: correctWordCount - formatting,
		tokenSubstitutionCount: words.wordSubstitutionCount + formatting,
		tokenDeletionCount: wordDeletionCount,
		tokenInsertionCount: wordInsertionCount,
		tokenErrors: {
			punctuation: share(punctuation),
			capitalization: share(capitalization),
			inverseTextNormalization: share(formatting - punctuation - capitalization),
			lexical: share(lexical),
			others: share(0),
		},
	};
}

/** As the service has been seen to answer for a locale whose display text it does not judge. */
const untold = {
	tokenErrorRate: -1,
	tokenCount: -1,
	correctTokenCount: -1,
	tokenSubstitutionCount: -1,
	tokenDeletionCount: -1,
	tokenInsertionCount: -1,
};

function rate(part: number, whole: number, digits: number) {
	return whole === 0 ? 0 : Number((part / whole).toFixed(digits));
}

export { countsOf, sentencesOf, tokensOf };
