import { idFromInput, locatorValue } from '../../../nodes/shared/n8n/locatorValues';
import { baseModel, customModel, entityUrl, uuid } from '../entities';
import { inputErrorOf } from '../failures';

const field = { label: 'Model', collection: 'models' } as const;
const ID = uuid(1);

describe('what is put into a field for a custom model', () => {
	it.each<[string, unknown]>([
		['an id', ID],
		['an id in capitals', ID.toUpperCase()],
		['an id with spaces around', `  ${ID}\n`],
		['its URL', entityUrl('models', 1)],
		['its URL with spaces around', ` ${entityUrl('models', 1)} `],
		['its URL of version 3.2 on another host', `https://x.example/speechtotext/v3.2/models/${ID}`],
		['a simplified model', { id: ID, displayName: 'Retail' }],
		['an untouched model', customModel()],
		['an object with both', { id: ID, self: entityUrl('models', 2) }],
	])('may be %s', (_name, input) => {
		expect(idFromInput(input, field)).toBe(ID);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['an empty text', ''],
		['an object whose id is null', { id: null }],
	])('is empty with %s', (_name, input) => {
		expect(idFromInput(input, field)).toBeNull();
	});

	it.each<[string, unknown, RegExp]>([
		['an object of another shape', { name: 'Retail' }, /'\{"name":"Retail"\}'/],
		['an array', [ID], /is not the ID or URL/],
		['a SAS link', 'https://a.example/f.zip?sig=hidden', /'https:\/\/a\.example\/f\.zip'/],
	])('is refused with %s, showing no secret', (_name, input, message) => {
		expect(() => idFromInput(input, field)).toThrow(message);
	});

	it('is empty with blanks', () => {
		expect(idFromInput('  ', field)).toBeNull();
	});

	it.each([
		['baseModels', 'a base model'],
		['datasets', 'a dataset'],
		['endpoints', 'an endpoint'],
		['evaluations', 'a test'],
		['projects', 'a project'],
		['copyOperations', 'a model copy'],
	] as const)('is refused as a URL of %s, which is named', (collection, noun) => {
		const error = inputErrorOf(() => idFromInput(entityUrl(collection, 1), field));
		expect(error.message).toBe(
			`'Model' contains the URL of ${noun}, but a custom model is required.`,
		);
		expect(error.advice).toContain('custom model');
	});

	it('may be a base model that the service names as custom ones, where one is wanted', () => {
		const wanted = { label: 'Base Model', collection: 'baseModels' } as const;
		const named = { ...baseModel(), self: entityUrl('models', 1) };
		expect(idFromInput(named, wanted)).toBe(ID);
		expect(inputErrorOf(() => idFromInput(customModel(), wanted)).message).toMatch(
			/contains the URL of a custom model/,
		);
	});

	it('is refused as an untouched entity of another kind', () => {
		const dataset = { self: entityUrl('datasets', 1) };
		expect(inputErrorOf(() => idFromInput(dataset, field)).message).toContain('URL of a dataset');
	});

	it.each<[string, unknown]>([
		['a word', 'Retail'],
		['a number', 42],
		['false', false],
		['a URL of another site', 'https://example.com/models'],
		['an id cut short', ID.slice(0, -1)],
		['an object with a wrong id', { id: 'Retail' }],
	])('is refused as %s, naming the field', (_name, input) => {
		const error = inputErrorOf(() => idFromInput(input, field));
		expect(error.message).toMatch(/^'Model' is not the ID or URL of a custom model: '/);
		expect(error.advice).toContain('1b2c3d4e-');
	});

	it('is not repeated at length when it is refused', () => {
		const error = inputErrorOf(() => idFromInput('x'.repeat(10_000), field));
		expect(error.message.length).toBeLessThan(150);
	});
});

describe('the value of a resource locator', () => {
	it.each<[string, unknown, unknown]>([
		['is the one inside', { mode: 'id', value: ID, __rl: true }, ID],
		['is the one inside when that is empty', { mode: 'list', value: '' }, ''],
		['is the bare one from an expression', ID, ID],
		['is an object from an expression as it is', { id: ID }, { id: ID }],
		['is nothing for nothing', undefined, undefined],
		['is null for null', null, null],
	])('%s', (_name, parameter, value) => {
		expect(locatorValue(parameter)).toEqual(value);
	});
});
