import type { Figures } from '../../shared/speech/figures';

export type Verdict = 'better' | 'notBetter' | 'inconclusive';
export const METRICS = ['wordErrorRate', 'sentenceErrorRate', 'tokenErrorRate'] as const;
export type Metric = (typeof METRICS)[number];

/** When a model counts as better. */
export interface ComparisonRule {
	metric: Metric;
	/** At least this much; 0 takes any gain at all. */
	minimumGain: number;
	/** Percentage points of the error rate, or percent of the reference's error rate. */
	gainUnit: 'points' | 'percent';
	/** Words the test set must have, so that the figures mean something. */
	minimumWords: number;
}

/** What decided; the sentences on it are made elsewhere. */
export type Reason =
	| 'enoughGain'
	| 'tooLittleGain'
	| 'equal'
	| 'worse'
	| 'referenceWithoutErrors'
	| 'noReferenceRate'
	| 'noCandidateRate'
	| 'unknownWords'
	| 'noWords'
	| 'tooFewWords';

export interface Comparison {
	verdict: Verdict;
	reason: Reason;
	/** Reference minus candidate, as a fraction; null when one of them is not known. */
	gain: number | null;
	/** The gain as a fraction of the reference's error rate; null when that is 0 or not known. */
	relativeGain: number | null;
	/** Words of the test set; null when not known. */
	words: number | null;
}

/**
 * Decides whether the candidate is better than the reference.
 * What is not known for certain is never called better: a model is deployed because of this.
 */
export function compareModels(
	reference: Figures,
	candidate: Figures,
	rule: ComparisonRule,
): Comparison {
	const before = reference[rule.metric];
	const after = candidate[rule.metric];
	const words = wordsOf(reference, candidate);
	const gain = before === null || after === null ? null : exact(before - after);
	const relativeGain = gain === null || !before ? null : exact(gain / before);
	const decided = (verdict: Verdict, reason: Reason): Comparison => ({
		verdict,
		reason,
		gain,
		relativeGain,
		words,
	});
	if (before === null) return decided('inconclusive', 'noReferenceRate');
	if (after === null || gain === null) return decided('inconclusive', 'noCandidateRate');
	if (words === null) return decided('inconclusive', 'unknownWords');
	if (words === 0) return decided('inconclusive', 'noWords');
	if (words < rule.minimumWords) return decided('inconclusive', 'tooFewWords');
	if (before === 0) return decided('notBetter', 'referenceWithoutErrors');
	if (gain === 0) return decided('notBetter', 'equal');
	if (gain < 0) return decided('notBetter', 'worse');
	const needed = rule.gainUnit === 'percent' ? before * rule.minimumGain : rule.minimumGain;
	if (gain < exact(needed / 100)) return decided('notBetter', 'tooLittleGain');
	return decided('better', 'enoughGain');
}

/** Both models hear the same words; the smaller count is the one to trust. */
function wordsOf(reference: Figures, candidate: Figures): number | null {
	const { wordCount: one } = reference;
	const { wordCount: other } = candidate;
	return one === null || other === null ? null : Math.min(one, other);
}

/** Takes off what binary fractions add: 0.1 - 0.099 is to be 0.001. The service itself gives four places. */
function exact(value: number): number {
	return Math.round(value * 1e9) / 1e9 || 0;
}
