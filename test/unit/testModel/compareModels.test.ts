import {
	compareModels,
	type ComparisonRule,
	type Reason,
	type Verdict,
} from '../../../nodes/TestModel/verdict/compareModels';
import { explainVerdict } from '../../../nodes/TestModel/verdict/explainVerdict';
import { CANDIDATE, figuresOf, REFERENCE } from '../../../nodes/shared/speech/figures';
import { HOLES } from '../failures';
import { evaluation } from '../entities';

const RULE: ComparisonRule = {
	metric: 'wordErrorRate',
	minimumGain: 0,
	gainUnit: 'points',
	minimumWords: 1_000,
};

function compare(properties: Record<string, unknown>, rule: Partial<ComparisonRule> = {}) {
	const test = evaluation({ properties: { wordCount1: 5_000, wordCount2: 5_000, ...properties } });
	const reference = figuresOf(test, REFERENCE);
	const candidate = figuresOf(test, CANDIDATE);
	const whole = { ...RULE, ...rule };
	const comparison = compareModels(reference, candidate, whole);
	return { ...comparison, why: explainVerdict(comparison, reference, candidate, whole) };
}

const rates = (wordErrorRate1: unknown, wordErrorRate2: unknown) => ({
	wordErrorRate1,
	wordErrorRate2,
});

interface Row {
	when: string;
	properties: Record<string, unknown>;
	rule?: Partial<ComparisonRule>;
	verdict: Verdict;
	reason: Reason;
}

const rows: Row[] = [
	{ when: 'fewer errors', properties: rates(0.12, 0.065), verdict: 'better', reason: 'enoughGain' },
	{
		when: '0.099 after 0.1',
		properties: rates(0.1, 0.099),
		verdict: 'better',
		reason: 'enoughGain',
	},
	{
		when: '0.099 after 0.1 with 0.1 points asked for',
		properties: rates(0.1, 0.099),
		rule: { minimumGain: 0.1 },
		verdict: 'better',
		reason: 'enoughGain',
	},
	{
		when: '0.099 after 0.1 with 1 percent asked for',
		properties: rates(0.1, 0.099),
		rule: { minimumGain: 1, gainUnit: 'percent' },
		verdict: 'better',
		reason: 'enoughGain',
	},
	{
		when: '0.099 after 0.1 with 0.2 points asked for',
		properties: rates(0.1, 0.099),
		rule: { minimumGain: 0.2 },
		verdict: 'notBetter',
		reason: 'tooLittleGain',
	},
	{
		when: 'better by less than the percent asked for',
		properties: rates(0.1, 0.0951),
		rule: { minimumGain: 5, gainUnit: 'percent' },
		verdict: 'notBetter',
		reason: 'tooLittleGain',
	},
	{ when: 'equal rates', properties: rates(0.1, 0.1), verdict: 'notBetter', reason: 'equal' },
	{ when: 'more errors', properties: rates(0.1, 0.101), verdict: 'notBetter', reason: 'worse' },
	{
		when: 'two models without errors',
		properties: rates(0, 0),
		verdict: 'notBetter',
		reason: 'referenceWithoutErrors',
	},
	{
		when: 'errors after none',
		properties: rates(0, 0.01),
		rule: { minimumGain: 5, gainUnit: 'percent' },
		verdict: 'notBetter',
		reason: 'referenceWithoutErrors',
	},
	{ when: 'none left', properties: rates(0.1, 0), verdict: 'better', reason: 'enoughGain' },
	{
		when: '-1 for the reference',
		properties: rates(-1, 0.05),
		verdict: 'inconclusive',
		reason: 'noReferenceRate',
	},
	{
		when: '-1 for the candidate',
		properties: rates(0.1, -1),
		verdict: 'inconclusive',
		reason: 'noCandidateRate',
	},
	{
		when: '-1 for both',
		properties: rates(-1, -1),
		verdict: 'inconclusive',
		reason: 'noReferenceRate',
	},
	{
		when: 'a missing rate',
		properties: { wordErrorRate1: 0.1 },
		verdict: 'inconclusive',
		reason: 'noCandidateRate',
	},
	{
		when: 'a rate that is text',
		properties: rates(0.1, '0.05'),
		verdict: 'inconclusive',
		reason: 'noCandidateRate',
	},
	{
		when: 'a rate that is no number',
		properties: rates(0.1, NaN),
		verdict: 'inconclusive',
		reason: 'noCandidateRate',
	},
	{
		when: 'too few words',
		properties: { ...rates(0.1, 0.05), wordCount1: 999, wordCount2: 999 },
		verdict: 'inconclusive',
		reason: 'tooFewWords',
	},
	{
		when: 'just enough words',
		properties: { ...rates(0.1, 0.05), wordCount1: 1_000, wordCount2: 1_000 },
		verdict: 'better',
		reason: 'enoughGain',
	},
	{
		when: 'too few words for one of the models',
		properties: { ...rates(0.1, 0.05), wordCount2: 10 },
		verdict: 'inconclusive',
		reason: 'tooFewWords',
	},
	{
		when: 'zero words, even when none are asked for',
		properties: { ...rates(0.1, 0.05), wordCount1: 0, wordCount2: 0 },
		rule: { minimumWords: 0 },
		verdict: 'inconclusive',
		reason: 'noWords',
	},
	{
		when: '-1 words',
		properties: { ...rates(0.1, 0.05), wordCount2: -1 },
		rule: { minimumWords: 0 },
		verdict: 'inconclusive',
		reason: 'unknownWords',
	},
	{
		when: 'the sentence error rate, which tells otherwise',
		properties: { ...rates(0.1, 0.05), sentenceErrorRate1: 0.3, sentenceErrorRate2: 0.4 },
		rule: { metric: 'sentenceErrorRate' },
		verdict: 'notBetter',
		reason: 'worse',
	},
	{
		when: 'the token error rate, which is optional and not there',
		properties: rates(0.1, 0.05),
		rule: { metric: 'tokenErrorRate' },
		verdict: 'inconclusive',
		reason: 'noReferenceRate',
	},
	{ when: 'no figures at all', properties: {}, verdict: 'inconclusive', reason: 'noReferenceRate' },
];

describe('the verdict on', () => {
	it.each(rows)('$when is $verdict', ({ properties, rule, verdict, reason }) => {
		expect(compare(properties, rule)).toMatchObject({ verdict, reason });
	});

	it.each(rows)('$when is given with a whole sentence', ({ properties, rule }) => {
		const { why } = compare(properties, rule);
		expect(why).toMatch(/^[A-Z].*\.$/);
		expect(why).not.toMatch(HOLES);
	});

	it('no figures leaves the gain open', () => {
		expect(compare({})).toMatchObject({ gain: null, relativeGain: null });
	});

	it('a reference without errors has no relative gain', () => {
		expect(compare(rates(0, 0.01))).toMatchObject({ gain: -0.01, relativeGain: null });
	});
});

describe('the gain', () => {
	it.each([
		[0.1, 0.099, 0.001, 0.01],
		[0.12, 0.065, 0.055, 0.458333333],
		[0.1, 0.1, 0, 0],
		[0.1, 0.3, -0.2, -2],
	])('from %d to %d is %d, relatively %d', (before, after, gain, relativeGain) => {
		expect(compare(rates(before, after))).toMatchObject({ gain, relativeGain });
	});
});

describe('what is not known of one of the models', () => {
	it.each([
		[-1, 0.05],
		[0.1, -1],
	])('leaves the gain open: from %d to %d', (before, after) => {
		expect(compare(rates(before, after))).toMatchObject({ gain: null, relativeGain: null });
	});

	it.each([
		[-1, 5_000, null],
		[5_000, -1, null],
		[4_000, 5_000, 4_000],
		[5_000, 4_000, 4_000],
	])('leaves the words open: %d and %d', (wordCount1, wordCount2, words) => {
		const properties = { ...rates(0.1, 0.05), wordCount1, wordCount2 };
		expect(compare(properties).words).toBe(words);
	});
});

describe('the sentence says', () => {
	const words = (count: number) => ({ wordCount1: count, wordCount2: count });

	it.each<[string, Record<string, unknown>, Partial<ComparisonRule>, string]>([
		[
			'how much is gained',
			rates(0.12, 0.065),
			{},
			'Its word error rate is 6.5% instead of 12%, 5.5 points (45.8%) less, on 5,000 words.',
		],
		[
			'a difference that one place does not show',
			rates(0.1004, 0.1001),
			{},
			'Its word error rate is 10.01% instead of 10.04%, 0.03 points (0.3%) less, on 5,000 words.',
		],
		[
			'which points are asked for',
			rates(0.1, 0.099),
			{ minimumGain: 0.5 },
			"Its word error rate is 9.9% instead of 10%, 0.1 points (1%) less, but 'Minimum Gain' is 0.5 points.",
		],
		[
			'which percentage is asked for',
			rates(0.1, 0.099),
			{ minimumGain: 5, gainUnit: 'percent' },
			"Its word error rate is 9.9% instead of 10%, 0.1 points (1%) less, but 'Minimum Gain' is 5%.",
		],
		[
			'that there are more errors',
			rates(0.1, 0.12),
			{},
			'Its word error rate is 12% instead of 10%, 2 points (20%) more.',
		],
		['that both are equal', rates(0.1, 0.1), {}, 'Both models have a word error rate of 10%.'],
		[
			'that nothing is better than no errors',
			rates(0, 0.01),
			{},
			'The reference has no errors, so no model can be better. This model has a word error rate of 1%.',
		],
		[
			'that the reference has no figure',
			rates(-1, 0.1),
			{},
			'The test has no word error rate for the reference.',
		],
		[
			'that the model has no figure',
			{ sentenceErrorRate1: 0.1 },
			{ metric: 'sentenceErrorRate' },
			'The test has no sentence error rate for the model.',
		],
		[
			'that words are not told',
			{ ...rates(0.1, 0.05), ...words(-1) },
			{},
			'The test does not report how many words it is based on.',
		],
		[
			'that there are no words',
			{ ...rates(0.1, 0.05), ...words(0) },
			{},
			'The test dataset has no words.',
		],
		[
			'how many words there are, and are asked for',
			{ ...rates(0.1, 0.05), ...words(173) },
			{},
			"The test dataset has 173 words, but 'Minimum Words' is 1,000.",
		],
	])('%s', (_what, properties, rule, sentence) => {
		expect(compare(properties, rule).why).toBe(sentence);
	});
});
