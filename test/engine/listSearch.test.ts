import fastify from 'fastify';
import type { INodeParameters, INodeType } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch } from '../support/engine';
import { inDays } from '../support/resource';

interface Opened {
	node?: INodeType;
	filter?: string;
	token?: string;
	parameters?: INodeParameters;
	fields?: Record<string, string>;
}

// far longer than the client's patience, so that it gives up at once
const LATER = { 'retry-after': '600' };
const ENTITY_LISTS: Array<[method: string, collection: string, path: string]> = [
	['searchModels', 'models', '/models'],
	['searchBaseModels', 'baseModels', '/models/base'],
	['searchDatasets', 'datasets', '/datasets'],
	['searchEndpoints', 'endpoints', '/endpoints'],
	['searchEvaluations', 'evaluations', '/evaluations'],
	['searchProjects', 'projects', '/projects'],
];

describe('the lists a person picks from', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
	});
	afterEach(async () => {
		await emulator.close();
	});

	async function open(
		method: string,
		{ node = new SelectBaseline(), filter, token, parameters = {}, fields }: Opened = {},
	) {
		const credentials = credentialsFor(emulator, fields);
		return await callListSearch(node, method, filter, token, { credentials, parameters });
	}

	const namesOf = ({ results }: { results: Array<{ name: string }> }) =>
		results.map(({ name }) => name);

	const locale = (value: string): INodeParameters => ({
		locale: { __rl: true, mode: 'list', value },
	});

	/** Puts 250 models, the oldest first, each named by its number. */
	function putManyModels(): void {
		for (let number = 0; number < 250; number++) {
			const createdDateTime = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
			emulator.put('models', { displayName: `The ${number}th`, createdDateTime });
		}
	}

	it('are there for every field of every node', () => {
		const nodes = [
			new SelectBaseline(),
			new TrainModel(),
			new WaitForTraining(),
			new CheckExpiration(),
			new TestModel(),
			new DeployModel(),
		];
		for (const node of nodes) {
			const text = JSON.stringify(node.description.properties);
			const wanted = [...text.matchAll(/"searchListMethod":"(\w+)"/g)].map(([, name]) => name);
			expect(wanted).not.toEqual([]);
			expect(Object.keys(node.methods.listSearch)).toEqual(expect.arrayContaining(wanted));
		}
	});

	it('offer for a test only data one can test with', async () => {
		for (const kind of ['Language', 'Acoustic', 'Pronunciation', 'AudioFiles']) {
			emulator.put('datasets', { displayName: kind, kind });
		}
		expect(namesOf(await open('searchTestDatasets')).sort()).toEqual([
			'Acoustic · en-US · Audio + Human-Labeled Transcript',
			'AudioFiles · en-US · Audio Only',
		]);
	});

	describe('show what a person needs to tell entries apart:', () => {
		const dates = (days: Record<string, string>) => ({ deprecationDates: days });
		const usable = dates({ transcriptionDateTime: '2028-10-15T00:00:00Z' });

		it.each([
			[
				'a model by locale and last day',
				'searchModels',
				'models',
				{ displayName: 'Retail', properties: usable },
				'Retail · en-US · usable until 2028-10-15',
			],
			[
				'a model in training by its status',
				'searchModels',
				'models',
				{ displayName: 'Retail', status: 'Running', properties: { deprecationDates: null } },
				'Retail · en-US · Running',
			],
			[
				'a failed model by its status',
				'searchModels',
				'models',
				{ displayName: 'Retail', status: 'Failed' },
				'Retail · en-US · Failed',
			],
			[
				'a base model by its last day of training and its kinds of data',
				'searchBaseModels',
				'baseModels',
				{
					displayName: '20260912',
					locale: 'de-DE',
					properties: {
						...dates({ adaptationDateTime: '2027-10-15T00:00:00Z' }),
						features: { supportsAdaptationsWith: ['Language', 'Acoustic'] },
					},
				},
				'20260912 · de-DE · trainable until 2027-10-15 · text, audio',
			],
			[
				'a base model that was never trainable',
				'searchBaseModels',
				'baseModels',
				{ displayName: '20260912', properties: { ...usable, features: null } },
				'20260912 · en-US · not trainable',
			],
			[
				'a dataset by its kind',
				'searchDatasets',
				'datasets',
				{ displayName: 'Products', kind: 'Pronunciation' },
				'Products · en-US · Pronunciation',
			],
			[
				'a failed dataset by its status',
				'searchDatasets',
				'datasets',
				{ displayName: 'Products', status: 'Failed' },
				'Products · en-US · Failed · Plain Text',
			],
			[
				'an endpoint under change by its status',
				'searchEndpoints',
				'endpoints',
				{ displayName: 'Live', status: 'NotStarted' },
				'Live · en-US · NotStarted',
			],
			[
				'an endpoint at rest without one',
				'searchEndpoints',
				'endpoints',
				{ displayName: 'Live' },
				'Live · en-US',
			],
			[
				'a test by the day it was made',
				'searchEvaluations',
				'evaluations',
				{ displayName: 'Retail test', createdDateTime: '2026-11-01T09:00:00Z' },
				'Retail test · en-US · 2026-11-01',
			],
			[
				'a project by the day it was made',
				'searchProjects',
				'projects',
				{ displayName: 'Contact center', createdDateTime: '2024-12-13T09:00:00Z' },
				'Contact center · en-US · 2024-12-13',
			],
		])('%s', async (_what, method, collection, entity, name) => {
			const { id } = emulator.put(collection, entity);
			expect(await open(method)).toEqual({ results: [{ name, value: id }] });
		});

		it('a locale by its language in words', async () => {
			const { results } = await open('searchLocales');
			expect(results).toContainEqual({ name: 'American English (en-US)', value: 'en-US' });
			const names = results.map(({ name }) => name);
			expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
		});
	});

	describe('with more entries than a page holds', () => {
		beforeEach(putManyModels);

		it('reach all 250 models in 3 parts, newest first, none twice, and read once', async () => {
			const seen: string[] = [];
			const parts: number[] = [];
			let token: string | undefined;
			do {
				const list = await open('searchModels', { token });
				parts.push(list.results.length);
				seen.push(...namesOf(list).map((name) => name.split(' · ')[0]));
				token = list.paginationToken;
			} while (token);
			expect(parts).toEqual([100, 100, 50]);
			expect(seen).toEqual(Array.from({ length: 250 }, (_, index) => `The ${249 - index}th`));
			expect(emulator.requests()).toHaveLength(3);
		});

		it('are read afresh each time they open, and not for each letter typed', async () => {
			await open('searchModels');
			await open('searchModels', { filter: 't' });
			await open('searchModels', { filter: 'th' });
			expect(emulator.requests()).toHaveLength(3);
			emulator.put('models', { displayName: 'Just made', createdDateTime: inDays(0) });
			const { results } = await open('searchModels');
			expect(results[0].name).toMatch(/^Just made /);
			expect(emulator.requests()).toHaveLength(6);
		});

		it('are kept for nobody who brings another key', async () => {
			await open('searchModels');
			const stranger = open('searchModels', { filter: 'the', fields: { apiKey: 'another-key' } });
			await expect(stranger).rejects.toThrow('does not accept the key');
		});

		it('find a word that stands on the last page in one call', async () => {
			const { results, paginationToken } = await open('searchModels', { filter: 'the 249th' });
			expect(namesOf({ results })).toEqual([expect.stringMatching(/^The 249th /)]);
			expect(paginationToken).toBeUndefined();
			expect(emulator.requests()).toHaveLength(3);
		});

		it('find a word on every page at once, newest first', async () => {
			const list = await open('searchModels', { filter: '42th' });
			const found = namesOf(list).map((name) => name.split(' · ')[0]);
			expect(found).toEqual(['The 242th', 'The 142th', 'The 42th']);
			expect(list.paginationToken).toBeUndefined();
		});

		it('are empty, without a next page, when nothing matches anywhere', async () => {
			expect(await open('searchModels', { filter: 'nowhere' })).toEqual({ results: [] });
		});
	});

	it('show base models that can still be trained before newer ones that cannot', async () => {
		const ending = (adaptationDateTime: string) => ({ deprecationDates: { adaptationDateTime } });
		const put = (displayName: string, createdDateTime: string, properties: object) =>
			emulator.put('baseModels', { displayName, createdDateTime, properties });
		put('Over', '2018-03-01T00:00:00Z', ending('2019-04-15T00:00:00Z'));
		put('Old', '2015-01-01T00:00:00Z', ending('2999-01-15T00:00:00Z'));
		put('New', '2016-01-01T00:00:00Z', ending('2999-01-15T00:00:00Z'));
		put('Fixed', '2017-02-01T00:00:00Z', { deprecationDates: {} });
		const names = namesOf(await open('searchBaseModels')).map((name) => name.split(' · ')[0]);
		expect(names).toEqual(['New', 'Old', 'Over', 'Fixed']);
	});

	it.each([
		'retail shop',
		'shop retail',
		'SHOP Retail',
		'  shop \t retail ',
		'EN-us shop',
		'2028-10 retail',
	])('find words in any order and case: %j', async (filter) => {
		const properties = { deprecationDates: { transcriptionDateTime: '2028-10-15T00:00:00Z' } };
		emulator.put('models', { displayName: 'Retail Shop', properties });
		emulator.put('models', { displayName: 'Retail', locale: 'de-DE' });
		const list = await open('searchModels', { filter });
		expect(namesOf(list)).toEqual([expect.stringMatching(/^Retail Shop /)]);
	});

	it('find an entry by its id', async () => {
		const { id } = emulator.put('models', { displayName: 'One' });
		emulator.put('models', { displayName: 'Other' });
		const { results } = await open('searchModels', { filter: id.toUpperCase() });
		expect(results.map(({ value }) => value)).toEqual([id]);
	});

	it.each([
		['german', ['de-AT', 'de-DE', 'de-CH']],
		['GB', ['en-GB', 'cy-GB']],
		['nowhere', []],
	])('find locales by %j', async (filter, values) => {
		const { results } = await open('searchLocales', { filter });
		expect(results.map(({ value }) => value)).toEqual(values);
	});

	describe('once the node has a locale', () => {
		it.each(ENTITY_LISTS)(
			'%s asks the service for that locale only',
			async (method, collection) => {
				emulator.put(collection, { displayName: 'Deutsch', locale: 'de-DE' });
				emulator.put(collection, { displayName: 'English' });
				const list = await open(method, { parameters: locale('de-DE') });
				expect(namesOf(list)).toEqual([expect.stringMatching(/^Deutsch /)]);
				expect(emulator.requests()[0].query.filter).toBe("locale eq 'de-DE'");
			},
		);

		it('keep the filter on the following pages', async () => {
			putManyModels();
			await open('searchModels', { parameters: locale('en-US') });
			expect(emulator.requests().map(({ query }) => [query.filter, query.skip])).toEqual([
				["locale eq 'en-US'", undefined],
				["locale eq 'en-US'", '100'],
				["locale eq 'en-US'", '200'],
			]);
		});

		it.each(['={{ $json.locale }}', '', "en-US' or locale eq 'de-DE"])(
			'ignore a locale that is not known yet or none: %j',
			async (value) => {
				emulator.put('models', { displayName: 'One' });
				const { results } = await open('searchModels', { parameters: locale(value) });
				expect(results).toHaveLength(1);
				expect(emulator.requests()[0].query).not.toHaveProperty('filter');
			},
		);
	});

	it.each(ENTITY_LISTS)('%s of an empty resource is an empty list', async (method, _name, path) => {
		expect(await open(method)).toEqual({ results: [] });
		expect(emulator.requests().map((request) => request.path)).toEqual([path]);
	});

	describe('when the service does not answer with a list', () => {
		/** What the person would read, after a look for secrets in all the error holds. */
		async function complaint(opened: Opened = {}): Promise<string> {
			const error: Error & { description?: string } = await open('searchModels', opened).then(
				() => fail('the list should not have opened'),
				(thrown: unknown) => thrown as Error,
			);
			const all = [error.message, error.stack, error.description, JSON.stringify(error)].join('\n');
			for (const secret of [emulator.key, 'wrong-key', 'undefined', '[object']) {
				expect(all).not.toContain(secret);
			}
			return `${error.message} ${error.description}`;
		}
		const fail = (message: string) => {
			throw new Error(message);
		};

		it('a wrong key reads as such', async () => {
			const text = await complaint({ fields: { apiKey: 'wrong-key' } });
			expect(text).toMatch(/^The service does not accept the key or token\. Check the credential/);
		});

		it.each([
			[
				'of the service',
				{ code: 'Unauthorized', message: 'No.', innerError: { message: 'Deep.' } },
			],
			['of the gateway', { error: { code: '401', message: 'Deep.' } }],
		])('a 401 in the shape %s reads the same', async (_shape, body) => {
			emulator.addFault({ kind: 'status', status: 401, body });
			const text = await complaint();
			expect(text).toMatch(/^The service does not accept the key or token\./);
			expect(text).toContain('Azure says: Deep.');
		});

		it('a key without rights reads as such', async () => {
			emulator.denyKey();
			expect(await complaint()).toMatch(
				/^The key or identity does not have permission for this\. Assign it the role 'Cognitive Services Speech Contributor'/,
			);
		});

		it('a service that stays down reads as such, and says for how long', async () => {
			emulator.addFault({ kind: 'status', status: 503, headers: LATER, times: 9 });
			const text = await complaint();
			expect(text).toMatch(/^The service could not handle the request\. Try again later\./);
			expect(text).toContain('It asked to wait 600 seconds.');
			expect(emulator.requests()).toHaveLength(1);
		});

		it('a sign-in page in its place reads as such', async () => {
			const headers = { 'content-type': 'text/html', ...LATER };
			const body = '<html><script>alert(1)</script><h1>Sign in</h1></html>';
			emulator.addFault({ kind: 'status', status: 200, headers, body });
			const text = await complaint();
			expect(text).toMatch(
				/responded with something other than JSON \(status 200\)\. Check the endpoint in the credential\. A proxy or sign-in page may be responding instead\.$/,
			);
			expect(text).not.toContain('<');
		});

		it('an endpoint that is none reads as such, before anything is sent', async () => {
			const text = await complaint({ fields: { endpoint: `${emulator.url}/somewhere` } });
			expect(text).toMatch(/^The credential's 'Endpoint' must contain only the scheme and host\./);
			expect(emulator.requests()).toEqual([]);
		});
	});

	describe('keep odd names in order:', () => {
		it.each([
			['quotes', `O'Brien "and" \`sons\``, `O'Brien "and" \`sons\``],
			['newlines', 'one\r\ntwo\n\n\tthree\u0000', 'one two three'],
			['right-to-left marks', '\u202Egpj.exe\u202C \u2067x\u2069', 'gpj.exe x'],
			['other scripts', 'Kundendienst Größe 客服 שלום', 'Kundendienst Größe 客服 שלום'],
			['1,000 characters', 'n'.repeat(1000), `${'n'.repeat(26)}…nn…`],
			['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
		])('%s', async (_what, displayName, shown) => {
			const { id } = emulator.put('projects', {
				displayName,
				createdDateTime: '2026-11-01T09:00:00Z',
			});
			expect(await open('searchProjects')).toEqual({
				results: [{ name: `${shown} · en-US · 2026-11-01`, value: id }],
			});
		});
	});

	describe('follow no page link to elsewhere', () => {
		const other = fastify();
		const reached: string[] = [];
		let elsewhere = '';
		beforeAll(async () => {
			other.addHook('onRequest', ({ url }, _reply, done) => {
				reached.push(url);
				done();
			});
			elsewhere = await other.listen({ port: 0, host: '127.0.0.1' });
		});
		beforeEach(() => (reached.length = 0));
		afterAll(async () => {
			await other.close();
		});

		const refusal = /link (to another host|outside of this API)\b.*was not followed/;

		it('the listener of this test would notice', async () => {
			await fetch(`${elsewhere}/speechtotext/models`);
			expect(reached).toEqual(['/speechtotext/models']);
		});

		it.each([
			['on another port', () => `${elsewhere}/speechtotext/models`],
			[
				'behind a user name',
				() => `${elsewhere.replace('//', `//${new URL(emulator.url).host}@`)}/speechtotext/models`,
			],
			['on a longer host', () => `${emulator.url}.example/speechtotext/models`],
			['outside the API', () => `${emulator.url}/control/key`],
			['by a path that climbs out', () => `${emulator.url}/speechtotext/../control/key`],
			['without a host', () => '/speechtotext/models'],
			['of another scheme', () => 'file:///speechtotext/models'],
		])('a forged token %s', async (_what, token) => {
			await expect(open('searchModels', { token: token() })).rejects.toThrow(refusal);
			expect([...reached, ...emulator.requests()]).toEqual([]);
		});

		it('a next link the service itself sent, which leads on at the own host', async () => {
			putManyModels();
			emulator.addFault({ kind: 'foreignLinks', field: '@nextLink', origin: elsewhere });
			const { results } = await open('searchModels');
			expect(results[0].name).toMatch(/^The 249th /);
			expect(reached).toEqual([]);
		});

		it('a token that is no place in the list', async () => {
			const own = `${emulator.url}/speechtotext/models?skip=100`;
			await expect(open('searchModels', { token: own })).rejects.toThrow(
				'cannot continue from there',
			);
			expect(emulator.requests()).toEqual([]);
		});
	});
});

describe('the base models of a resource as large as life', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await freshEmulator({ seed: 'large', rateLimit: true });
	});
	afterAll(async () => {
		await emulator.close();
	});

	const open = async (parameters: INodeParameters, filter?: string) =>
		await callListSearch(new SelectBaseline(), 'searchBaseModels', filter, undefined, {
			credentials: credentialsFor(emulator),
			parameters,
		});
	const english = { locale: { __rl: true, mode: 'list', value: 'en-US' } };

	it('open with what can be trained, newest first, within the time and the rate a person has', async () => {
		const begin = Date.now();
		const { results } = await open({});
		expect(Date.now() - begin).toBeLessThan(10_000);
		expect(results).toHaveLength(100);
		for (const { name } of results) expect(name).toMatch(/ · trainable until /);
		const answers = emulator.requests().map(({ status }) => status);
		expect(answers.length).toBeLessThan(30);
		expect(answers).not.toContain(429);
	});

	it('are those of the locale, of which those of the past come last', async () => {
		const { results } = await open(english);
		const names = results.map(({ name }) => name);
		expect(names.length).toBeGreaterThan(3);
		for (const name of names) expect(name).toContain(' · en-US · ');
		expect(names[0]).toMatch(/ · trainable until /);
		const isOver = (name: string) => !/ · trainable until /.test(name);
		expect(names.findIndex(isOver)).toBe(names.filter((name) => !isOver(name)).length);
	});

	it('are found by what is typed, wherever the service lists them', async () => {
		const { results } = await open(english, 'whisper');
		expect(results.map(({ name }) => name).join('\n')).toMatch(/Whisper.* no endpoints/);
	});
});
