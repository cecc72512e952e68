import { entityReader, readFile, salvaged } from '../../../nodes/shared/speech/shapes/readEntity';
import type { Collection } from '../../../nodes/shared/speech/references';
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

/** What is read of an entity, and how often something odd was noted. */
function readAs(collection: Collection, entry: unknown) {
	let odd = 0;
	const entity = entityReader<Record<string, unknown>>(collection)(entry, () => (odd += 1));
	return { entity, odd };
}

describe('an entity', () => {
	it.each<[string, Collection, object]>([
		['a model', 'models', customModel()],
		['a base model', 'baseModels', baseModel()],
		['a dataset', 'datasets', dataset()],
		['an endpoint', 'endpoints', endpoint()],
		['a test', 'evaluations', evaluation()],
		['a project', 'projects', project()],
		['a model copy', 'copyOperations', { id: uuid(3), status: 'Running' }],
		['one with fields nobody knows yet', 'models', { ...customModel(), novelty: { deep: [1] } }],
		['one with a status nobody knows yet', 'models', { ...customModel(), status: 'Paused' }],
	])('is read as it came: %s', (_what, collection, entry) => {
		expect(readAs(collection, entry)).toEqual({ entity: entry, odd: 0 });
	});

	it('with nulls for what is not known reads as without these fields', () => {
		const { description, baseModel: base, datasets, ...rest } = customModel();
		const nulls = { description: null, baseModel: null, datasets: null, project: null };
		const properties = { error: null, deprecationDates: null, features: null };
		const { entity, odd } = readAs('models', { ...rest, ...nulls, properties });
		expect([description, base, datasets]).not.toEqual([null, null, null]);
		expect({ entity, odd }).toEqual({ entity: { ...rest, properties: {} }, odd: 0 });
	});

	it.each<[string, Collection, unknown]>([
		['nothing', 'models', null],
		['a text', 'models', self],
		['a number', 'models', 7],
		['a list', 'models', [customModel()]],
		['an empty object', 'models', {}],
		['one without a URL', 'models', { ...customModel(), self: undefined }],
		['one with a URL that is none', 'models', { ...customModel(), self: uuid(1) }],
		[
			'one with a URL of something else',
			'models',
			{ ...customModel(), self: 'https://x.example/y' },
		],
		['one with a URL in a list', 'models', { ...customModel(), self: [self] }],
		['one without a name', 'models', { ...customModel(), displayName: undefined }],
		['one with a number for a name', 'models', { ...customModel(), displayName: 7 }],
		['one with a number for a locale', 'models', { ...customModel(), locale: 7 }],
		['one with a story for a locale', 'endpoints', { ...endpoint(), locale: 'x'.repeat(65) }],
		['a dataset without a kind', 'datasets', { ...dataset(), kind: null }],
		['a model copy without an id', 'copyOperations', { self: entityUrl('copyOperations', 1) }],
	])('cannot be read: %s', (_what, collection, entry) => {
		expect(readAs(collection, entry).entity).toBeUndefined();
	});

	const odd: Array<[where: string[], values: unknown[]]> = [
		[['createdDateTime'], [7, 'soon', '2026-02-30T00:00:00Z', '0001-01-01T00:00:00Z', '']],
		[['lastActionDateTime'], [{}, '9999-12-31T23:59:59Z']],
		[['description'], [7, {}, []]],
		[['customProperties'], ['x', ['a'], 7]],
		[
			['customProperties', 'a'],
			[1, {}, ['b'], true],
		],
		[['project'], ['x', [], {}, { self: 7 }]],
		[['links'], ['x', []]],
		[
			['links', 'webSocket'],
			[7, {}],
		],
		[['datasets'], [{}, [null], ['x'], [{ self: 7 }]]],
		[['baseModel'], [self, [], { self: null }]],
		[['properties'], ['x', [], 7]],
		[
			['properties', 'error'],
			['x', []],
		],
		[
			['properties', 'error', 'message'],
			[{}, 7, ['a']],
		],
		[
			['properties', 'customModelWeightPercent'],
			['30', Infinity, 1e300, {}],
		],
		[
			['properties', 'chargeForAdaptation'],
			['yes', 0],
		],
		[
			['properties', 'deprecationDates'],
			['soon', []],
		],
		[
			['properties', 'deprecationDates', 'transcriptionDateTime'],
			[7, 'soon', '1601-01-01', {}],
		],
		[
			['properties', 'deprecationDates', 'adaptationDateTime'],
			[7, '2026-13-01T00:00:00Z'],
		],
		[
			['properties', 'features'],
			['all', []],
		],
		[
			['properties', 'features', 'supportsAdaptationsWith'],
			['Language', {}, [7], [null]],
		],
		[
			['properties', 'features', 'supportsEndpoints'],
			['yes', 1],
		],
	];

	it.each(odd.flatMap(([where, values]) => values.map((value) => ({ where, value }))))(
		'reads $where as absent when it is $value',
		({ where, value }) => {
			const { entity, odd: noted } = readAs('models', withField(customModel(), where, value));
			const rest = readAs('models', withField(customModel(), where, undefined));
			expect({ entity, noted }).toEqual({ entity: rest.entity, noted: expect.any(Number) });
			expect(noted).toBeGreaterThan(0);
		},
	);

	it.each(['NaN', '0.1', null, {}, Infinity])('has no figure that is %j', (value) => {
		const { entity } = readAs('evaluations', {
			...evaluation(),
			properties: { wordErrorRate1: value, wordCount1: 9, tokenErrors1: { lexical: value } },
		});
		const { properties } = entity as { properties: object };
		expect(properties).toStrictEqual({
			wordCount1: 9,
			tokenErrors1: value !== null && typeof value === 'object' ? { lexical: {} } : {},
		});
	});

	it.each([7, {}, [], true, '', 'a\nb', 'x'.repeat(65)])(
		'never passes for one that can be used by a status of %j',
		(status) => {
			expect(readAs('models', { ...customModel(), status }).entity).toMatchObject({
				status: 'unknown',
			});
		},
	);

	it('is held to no name that every object inherits', () => {
		const inherited = '{"constructor":7,"__proto__":{"locale":7},';
		const text = JSON.stringify(customModel()).replace('{', inherited);
		const entry: unknown = JSON.parse(text);
		expect(readAs('models', entry)).toEqual({ entity: entry, odd: 0 });
	});

	it('that is odd in one field keeps the others', () => {
		const entry = { ...customModel(), locale: 7, displayName: null };
		const { locale, ...rest } = customModel();
		expect(locale).toBe('en-US');
		expect(salvaged(entry)).toEqual({ ...rest, displayName: '' });
		for (const none of [null, 7, {}, { displayName: 'x' }]) expect(salvaged(none)).toBeNull();
	});
});

describe('a file of an entity', () => {
	it('needs a name, and nothing else', () => {
		const read = (entry: unknown) => readFile(entry, () => {});
		expect(read({ name: 'a.json', links: 'x', properties: { size: '9' } })).toEqual({
			name: 'a.json',
			properties: {},
		});
		for (const none of [null, {}, { name: 7 }, ['a.json']]) expect(read(none)).toBeUndefined();
	});
});

/** A copy of an entity with a value at a place; `undefined` takes the field away. */
function withField(entity: object, [name, ...deeper]: string[], value: unknown): object {
	const fields: Record<string, unknown> = { ...entity };
	const inner =
		deeper.length > 0 ? withField(Object(fields[name] ?? {}) as object, deeper, value) : value;
	return { ...fields, [name]: inner };
}
