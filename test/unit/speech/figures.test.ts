import type { Evaluation } from '../../../nodes/shared/speech/entities';
import { figuresAtEnd } from '../../../nodes/shared/speech/figures';
import { entityUrl, reference } from '../entities';

const test = (properties: object | undefined, status = 'Succeeded'): Evaluation => ({
	self: entityUrl('evaluations', 1),
	displayName: 'Retail test',
	locale: 'en-US',
	model1: reference('models', 1),
	model2: reference('models', 2),
	dataset: reference('datasets', 3),
	status,
	properties: properties,
});
const edits = (numberOfEdits: unknown) => ({ numberOfEdits, percentageOfAllEdits: 40 });
const UNKNOWN = {
	wordErrorRate: null,
	sentenceErrorRate: null,
	tokenErrorRate: null,
	wordCount: null,
	wordInsertionCount: null,
	wordDeletionCount: null,
	wordSubstitutionCount: null,
	tokenErrors: null,
};

describe('what a test says of a model', () => {
	const told = {
		wordErrorRate1: 0.25,
		wordErrorRate2: 0,
		sentenceErrorRate2: 1,
		tokenErrorRate2: -1,
		wordCount2: 1000,
		tokenErrors2: {
			punctuation: edits(3),
			capitalization: edits(0),
			inverseTextNormalization: edits(-1),
			lexical: { percentageOfAllEdits: 0.4 },
		},
	};

	it('is told for each of the two models apart, and a 0 is a figure', () => {
		expect(figuresAtEnd(test(told), 1)).toEqual({ ...UNKNOWN, wordErrorRate: 0.25 });
		expect(figuresAtEnd(test(told), 2)).toEqual({
			...UNKNOWN,
			wordErrorRate: 0,
			sentenceErrorRate: 1,
			wordCount: 1000,
			tokenErrors: {
				punctuation: 3,
				capitalization: 0,
				inverseTextNormalization: null,
				lexical: null,
				others: null,
			},
		});
	});

	it('holds no share of all edits, since the service writes fractions and percentages', () => {
		expect(JSON.stringify(figuresAtEnd(test(told), 2))).not.toMatch(/percentage|40|0\.4/);
	});

	it.each(['NotStarted', 'Running', 'Failed', 'Cancelled', undefined])(
		'is nothing with the status %s, whatever stands there',
		(status) => {
			const unfinished = { ...test(told), status };
			expect(figuresAtEnd(unfinished, 2)).toEqual(UNKNOWN);
		},
	);

	it.each<[string, object | undefined | null]>([
		['no properties', undefined],
		['null for properties', null],
		['-1 everywhere', { wordErrorRate1: -1, wordCount1: -1, tokenErrors1: { lexical: edits(-1) } }],
		['texts for figures', { wordErrorRate1: '0.1', tokenErrors1: { lexical: edits('3') } }],
		['null for token errors', { tokenErrors1: null }],
		['null for a group', { tokenErrors1: { lexical: null, others: 7 } }],
		['a text for token errors', { tokenErrors1: 'none' }],
		['what is no number', { wordErrorRate1: NaN, sentenceErrorRate1: Infinity }],
	])('is not known with %s', (_what, properties) => {
		expect(figuresAtEnd(test(properties as object), 1)).toEqual(UNKNOWN);
	});
});
