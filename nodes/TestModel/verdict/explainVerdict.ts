import type { Comparison, ComparisonRule, Metric } from './compareModels';
import { percent, places, type Figures } from '../../shared/speech/figures';

export const METRIC_NAMES: Record<Metric, string> = {
	wordErrorRate: 'word error rate',
	sentenceErrorRate: 'sentence error rate',
	tokenErrorRate: 'token error rate',
};

/** A whole number as a person writes it: `12,345`. */
export function grouped(count: number): string {
	return count.toLocaleString('en-US');
}

/** One sentence on why the verdict is what it is. */
export function explainVerdict(
	comparison: Comparison,
	reference: Figures,
	candidate: Figures,
	rule: ComparisonRule,
): string {
	const { gain, relativeGain, words } = comparison;
	const name = METRIC_NAMES[rule.metric];
	const [before, after] = rates(reference[rule.metric] ?? 0, candidate[rule.metric] ?? 0);
	const change = `${places(Math.abs(gain ?? 0) * 100)} points (${percent(Math.abs(relativeGain ?? 0))})`;
	const found = `Its ${name} is ${after} instead of ${before}`;
	switch (comparison.reason) {
		case 'enoughGain':
			return `${found}, ${change} less, on ${grouped(words ?? 0)} words.`;
		case 'tooLittleGain':
			return `${found}, ${change} less, but 'Minimum Gain' is ${minimum(rule)}.`;
		case 'equal':
			return `Both models have a ${name} of ${after}.`;
		case 'worse':
			return `${found}, ${change} more.`;
		case 'referenceWithoutErrors':
			return `The reference has no errors, so no model can be better. This model has a ${name} of ${after}.`;
		case 'noReferenceRate':
			return `The test has no ${name} for the reference.`;
		case 'noCandidateRate':
			return `The test has no ${name} for the model.`;
		case 'unknownWords':
			return 'The test does not report how many words it is based on.';
		case 'noWords':
			return 'The test dataset has no words.';
		case 'tooFewWords':
			return `The test dataset has ${grouped(words ?? 0)} words, but 'Minimum Words' is ${grouped(rule.minimumWords)}.`;
	}
}

/** Both error rates, with one more place when one place does not show the difference. */
function rates(before: number, after: number): [string, string] {
	const short: [string, string] = [percent(before), percent(after)];
	const isHidden = before !== after && short[0] === short[1];
	return isHidden ? [`${places(before * 100)}%`, `${places(after * 100)}%`] : short;
}

function minimum({ minimumGain, gainUnit }: ComparisonRule): string {
	return gainUnit === 'percent' ? `${places(minimumGain)}%` : `${places(minimumGain)} points`;
}
