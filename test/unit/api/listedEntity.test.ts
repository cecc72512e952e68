import { leftOutText } from '../../../nodes/shared/api/leftOut';
import { isListedEntity, salvaged } from '../../../nodes/shared/api/listedEntity';
import {
	baseModel,
	customModel,
	dataset,
	endpoint,
	entityUrl,
	evaluation,
	project,
	uuid,
} from '../entities';

const self = entityUrl('models', 7);

describe('an entry of a list', () => {
	it.each([
		['a model', customModel()],
		['a base model', baseModel()],
		['a dataset', dataset()],
		['an endpoint', endpoint()],
		['a test', evaluation()],
		['a project', project()],
		['one with the least it can have', { self, displayName: '' }],
		[
			'one with nulls for what is not known',
			{
				...customModel(),
				description: null,
				baseModel: null,
				datasets: null,
				project: null,
				customProperties: null,
				properties: { error: null, deprecationDates: null, features: null },
			},
		],
		['one with fields nobody knows yet', { ...customModel(), novelty: { deep: [1] } }],
	])('can be read: %s', (_what, entry) => {
		expect(isListedEntity(entry)).toBe(true);
	});

	it.each<[string, unknown]>([
		['nothing', null],
		['a text', self],
		['a number', 7],
		['a list', [customModel()]],
		['an empty object', {}],
		['without a URL', { displayName: 'x' }],
		['with a URL that is none', { self: uuid(1), displayName: 'x' }],
		['with a URL of something else', { self: 'https://x.example/y', displayName: 'x' }],
		['with a URL in a list', { self: [self], displayName: 'x' }],
		['without a name', { self }],
		['with a number for a name', { self, displayName: 7 }],
		['with a number for a locale', { ...customModel(), locale: 7 }],
		['with a number for a date', { ...customModel(), createdDateTime: 7 }],
		['with an object for a status', { ...customModel(), status: {} }],
		['with a text for properties', { ...customModel(), properties: 'x' }],
		['with a text for dates', { ...customModel(), properties: { deprecationDates: 'soon' } }],
		[
			'with a number for a last day',
			{ ...customModel(), properties: { deprecationDates: { transcriptionDateTime: 7 } } },
		],
		[
			'with a text for kinds of data',
			{ ...baseModel(), properties: { features: { supportsAdaptationsWith: 'Language' } } },
		],
		['with an object for datasets', { ...customModel(), datasets: {} }],
		['with null among its datasets', { ...customModel(), datasets: [null] }],
		['with a text for its base model', { ...customModel(), baseModel: self }],
		['with numbers for custom properties', { ...customModel(), customProperties: { a: 1 } }],
		['with a list for custom properties', { ...customModel(), customProperties: ['a'] }],
	])('cannot be read: %s', (_what, entry) => {
		expect(isListedEntity(entry)).toBe(false);
	});

	it('that is odd in one field keeps the others', () => {
		const odd = { ...customModel(), locale: 7, displayName: null };
		const { locale, ...rest } = customModel();
		expect(locale).toBe('en-US');
		expect(salvaged(odd)).toEqual({ ...rest, displayName: '' });
		for (const entry of [null, 7, {}, { displayName: 'x' }]) expect(salvaged(entry)).toBeNull();
	});
});

describe('the sentence on what was left out', () => {
	it.each<[string, unknown[], RegExp]>([
		[
			'/models',
			[null],
			/^1 entry of the service's list of custom models is not .* was left out\.$/,
		],
		[
			'/models/base',
			[null, { ...baseModel({ number: 3 }), locale: 7 }],
			/^2 entries of .* base models are not .* were left out \(ID [-\da-f]+000003\)\.$/,
		],
		['/datasets', Array(5).fill({ self }), /\(ID (\S+, ){3}…\)\.$/],
	])('of %s', (path, leftOut, words) => {
		expect(leftOutText(path, leftOut)).toMatch(words);
		expect(leftOutText(path, leftOut)).not.toMatch(/proxy/);
	});
});
