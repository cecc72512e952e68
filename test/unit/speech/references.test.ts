import { idOf, isUuid, parseEntityUrl, targetOf } from '../../../nodes/shared/speech/references';
import { InputError } from '../../../nodes/shared/speech/inputError';
import { ORIGIN, entityUrl, uuid } from '../entities';

const ID = uuid(1);
const BASE = `${ORIGIN}/speechtotext`;

describe('an entity URL', () => {
	it.each([
		['custom model', `/models/${ID}`, 'models'],
		['base model', `/models/base/${ID}`, 'baseModels'],
		['dataset', `/datasets/${ID}`, 'datasets'],
		['endpoint', `/endpoints/${ID}`, 'endpoints'],
		['test', `/evaluations/${ID}`, 'evaluations'],
		['project', `/projects/${ID}`, 'projects'],
		['model copy', `/operations/models/copy/${ID}`, 'copyOperations'],
	])('is understood for a %s', (_name, path, collection) => {
		expect(parseEntityUrl(BASE + path)).toEqual({ collection, id: ID });
	});

	it.each([
		['of version 3.2', `${BASE}/v3.2/models/base/${ID}`, 'baseModels'],
		['of version 3.1', `${BASE}/v3.1/datasets/${ID}`, 'datasets'],
		['with a query', `${BASE}/models/${ID}?api-version=2024-11-15&x=/datasets/1`, 'models'],
		['with a trailing slash', `${BASE}/models/${ID}/`, 'models'],
		['with a fragment', `${BASE}/models/${ID}#top`, 'models'],
		['of another host', `https://evil.example/speechtotext/models/${ID}`, 'models'],
		['of the emulator', `http://127.0.0.1:8080/speechtotext/models/${ID}`, 'models'],
		['with its id in capitals', `${BASE}/models/${ID.toUpperCase()}`, 'models'],
	])('is understood %s', (_name, url, collection) => {
		expect(parseEntityUrl(url)).toEqual({ collection, id: ID });
	});

	it.each([
		['no URL', 'a model'],
		['empty', ''],
		['a bare id', ID],
		['a path without a host', `/speechtotext/models/${ID}`],
		['a list', `${BASE}/models`],
		['an id that is no UUID', `${BASE}/models/42`],
		['an id with more behind it', `${BASE}/models/${ID}0`],
		['a file of an entity', `${BASE}/models/${ID}/files/${uuid(2)}`],
		['an action on an entity', `${BASE}/models/${ID}:copy`],
		['a group that does not exist', `${BASE}/voices/${ID}`],
		['a path of another service', `${ORIGIN}/openai/models/${ID}`],
		['the right path below another', `${ORIGIN}/x/speechtotext/models/${ID}`],
		['a path that only looks similar', `${ORIGIN}/speechtotextual/models/${ID}`],
		['a Custom Speech path in the query', `${ORIGIN}/?u=/speechtotext/models/${ID}`],
	])('is refused when it is %s', (_name, url) => {
		expect(parseEntityUrl(url)).toBeNull();
	});
});

describe('the id of a reference', () => {
	it('is read from its URL', () => {
		expect(idOf({ self: entityUrl('datasets', 7) })).toBe(uuid(7));
	});

	it.each([
		['a foreign URL', { self: 'https://example.com/' }],
		['no URL', {} as { self: string }],
		['nothing', undefined as unknown as { self: string }],
	])('is an error for %s', (_name, reference) => {
		expect(() => idOf(reference)).toThrow(InputError);
	});
});

describe('the target of a reference', () => {
	it('is group and id', () => {
		expect(targetOf({ self: entityUrl('baseModels', 7) })).toEqual({
			collection: 'baseModels',
			id: uuid(7),
		});
	});

	it.each([undefined, null, { self: '' }, { self: 'https://example.com/' }])(
		'is null for %j',
		(reference) => {
			expect(targetOf(reference)).toBeNull();
		},
	);
});

describe('a UUID', () => {
	it.each([
		[ID, true],
		[ID.toUpperCase(), true],
		[` ${ID}`, false],
		[`${ID}\n`, false],
		[ID.replace(/-/g, ''), false],
		[`{${ID}}`, false],
		[ID.replace('1b2c', 'zzzz'), false],
		['', false],
	])('%j: %s', (text, expected) => {
		expect(isUuid(text)).toBe(expected);
	});
});
