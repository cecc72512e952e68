import {
	datasetsOfCase,
	datasetsOfModel,
	hasModel,
	refuseEndpointOnBase,
} from '../../../nodes/shared/speech/trainingCase';
import { dataset, entityUrl, reference, uuid } from '../entities';
import { inputErrorOf } from '../failures';

const one = { id: uuid(1), kind: null };
const two = { id: uuid(2), kind: null };

describe('the datasets an item brings', () => {
	it.each<[string, Record<string, unknown>, object[]]>([
		['are none without any', {}, []],
		['are read from ids', { datasets: [uuid(1), uuid(2)] }, [one, two]],
		['are read from URLs', { datasets: [entityUrl('datasets', 1)] }, [one]],
		['are read from references', { datasets: [reference('datasets', 1)] }, [one]],
		[
			'are read from simplified ones, with their kind',
			{ datasets: [{ id: uuid(1), kind: 'Acoustic' }] },
			[{ id: uuid(1), kind: 'Acoustic' }],
		],
		[
			'are read from untouched ones, with their kind',
			{ dataset: dataset() },
			[{ id: uuid(1), kind: 'Language' }],
		],
		[
			'come from the list and the single one',
			{ datasets: [uuid(1)], dataset: { id: uuid(2) } },
			[one, two],
		],
		['are in lower case', { datasets: [uuid(1).toUpperCase()] }, [one]],
		['are not read from a list that is null', { datasets: null, dataset: null }, []],
		['come from a comma-separated text', { datasets: `${uuid(1)}, ${uuid(2)}` }, [one, two]],
		["come from a single object in the list's place", { datasets: { id: uuid(1) } }, [one]],
		['are not read from a word that means something else', { dataset: 'sales' }, []],
	])('%s', (_name, json, expected) => {
		expect(datasetsOfCase(json)).toEqual(expected);
	});

	it.each([
		['a null', null],
		['a number', 7],
		['an object without an id', {}],
		['a misspelt id', 'not-an-id'],
		['the URL of a model', `https://x.example/speechtotext/models/${uuid(1)}`],
	])(
		'are refused when the list holds %s, since training on less would go unnoticed',
		(_name, odd) => {
			expect(() => datasetsOfCase({ datasets: [uuid(1), odd] })).toThrow(/is not a dataset/);
		},
	);

	it('come each once, with the kind that anyone knows', () => {
		const known = { id: uuid(1), kind: 'Language' };
		expect(datasetsOfCase({ datasets: [uuid(1), uuid(2)], dataset: known })).toEqual([known, two]);
		expect(datasetsOfCase({ datasets: [known], dataset: { id: uuid(1) } })).toEqual([known]);
	});

	it('leave the item as it is', () => {
		const json = { datasets: [{ id: uuid(1).toUpperCase() }], dataset: { id: uuid(2) } };
		const before = structuredClone(json);
		datasetsOfCase(json);
		expect(json).toEqual(before);
	});
});

describe("the datasets of an item's model", () => {
	it.each<[string, Record<string, unknown>, object[]]>([
		['are the ids of a simplified one', { model: { datasetIds: [uuid(1), uuid(2)] } }, [one, two]],
		[
			'are the references of an untouched one',
			{ model: { datasets: [reference('datasets', 1)] } },
			[one],
		],
		['are none without a model', { datasets: [uuid(1)] }, []],
		['are none for a model that names none', { model: { id: uuid(1) } }, []],
		['are none for a model that is a word', { model: 'Retail' }, []],
	])('%s', (_name, json, expected) => {
		expect(datasetsOfModel(json)).toEqual(expected);
	});
});

describe('an item', () => {
	it.each<[string, Record<string, unknown>, boolean]>([
		['carries a simplified model', { model: { id: uuid(1) } }, true],
		['carries an untouched model', { model: reference('models', 1) }, true],
		['carries an empty model', { model: {} }, false],
		['carries null', { model: null }, false],
		['carries none', {}, false],
	])('that %s is read as such', (_name, json, expected) => {
		expect(hasModel(json)).toBe(expected);
	});
});

describe('an endpoint that serves a base model', () => {
	const found = { endpoint: { displayName: 'Live' }, expiration: { servedBaseModelId: uuid(1) } };

	it.each([{ model: null }, {}])('is no training case, with %j', (more) => {
		const error = inputErrorOf(() => {
			refuseEndpointOnBase({ ...found, ...more });
		});
		expect(error.message).toBe("Endpoint 'Live' uses a base model, so there is nothing to train.");
		expect(error.advice).toMatch(/Deploy Model.*newerBaseModelId/);
	});

	it.each([
		['brings a model', { ...found, model: { id: uuid(2) } }],
		['names no endpoint', { ...found, endpoint: null }],
		['serves none', { ...found, expiration: { servedBaseModelId: null } }],
		['was not checked', { endpoint: found.endpoint }],
	])('is not seen in an item that %s', (_what, json) => {
		expect(() => {
			refuseEndpointOnBase(json);
		}).not.toThrow();
	});
});
