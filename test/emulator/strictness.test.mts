import { call, ref, refusal, startEmulator } from './client.mts';

const ABSENT = '11111111-1111-4111-8111-111111111111';

describe('the emulator is strict about requests', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	/** @type {Record<string, any>} */
	let have: Record<string, any>;

	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z' });
		const put = emulator.put;
		have = {
			base: put('baseModels', { createdDateTime: '2026-09-12T00:00:00Z' }),
			past: put('baseModels', { createdDateTime: '2025-01-10T00:00:00Z' }),
			fixed: put('baseModels', { properties: { deprecationDates: {} } }),
			textOnly: put('baseModels', {
				properties: { features: { supportsAdaptationsWith: ['Language'] } },
			}),
			german: put('baseModels', { locale: 'de-DE' }),
			project: put('projects', {}),
			germanProject: put('projects', { locale: 'de-DE' }),
			text: put('datasets', { kind: 'Language' }),
			audio: put('datasets', { kind: 'Acoustic' }),
			running: put('datasets', { status: 'Running' }),
			failed: put('datasets', { status: 'Failed' }),
			germanText: put('datasets', { locale: 'de-DE' }),
			model: put('models', {}),
			training: put('models', { status: 'Running' }),
			failedModel: put('models', { status: 'Failed' }),
			expired: put('models', { createdDateTime: '2024-01-01T00:00:00Z' }),
		};
	});
	afterAll(() => emulator.close());

	const training = () => ({
		displayName: 'M',
		locale: 'en-US',
		baseModel: ref(have.base),
		datasets: [ref(have.text)],
	});
	const dataset = () => ({
		displayName: 'D',
		locale: 'en-US',
		kind: 'Language',
		contentUrl: 'https://storage.example/a.txt',
	});
	const endpoint = () => ({ displayName: 'E', locale: 'en-US', model: ref(have.model) });
	const evaluation = () => ({
		displayName: 'T',
		locale: 'en-US',
		model1: ref(have.model),
		model2: ref(have.base),
		dataset: ref(have.audio),
	});

	it('takes right ones', async () => {
		expect((await call(emulator, 'POST', '/models', { body: training() })).status).toBe(201);
		expect((await call(emulator, 'POST', '/datasets', { body: dataset() })).status).toBe(201);
		expect((await call(emulator, 'POST', '/endpoints', { body: endpoint() })).status).toBe(201);
		expect((await call(emulator, 'POST', '/evaluations', { body: evaluation() })).status).toBe(201);
	});

	const invalid = '400 InvalidRequest';

	it.each([
		['an unknown field', () => ({ text: 'x' }), `${invalid} InvalidPayload`],
		['a read-only status', () => ({ status: 'Succeeded' }), `${invalid} InvalidPayload`],
		['a read-only self', () => ({ self: 'http://a/b' }), `${invalid} InvalidPayload`],
		['no displayName', () => ({ displayName: undefined }), `${invalid} InvalidPayload`],
		['an empty displayName', () => ({ displayName: '' }), `${invalid} InvalidPayload`],
		['no locale', () => ({ locale: undefined }), `${invalid} InvalidPayload`],
		['a locale nobody speaks', () => ({ locale: 'xx-XX' }), `${invalid} InvalidLocale`],
		[
			'weight 0',
			() => ({ properties: { customModelWeightPercent: 0 } }),
			`${invalid} InvalidPayload`,
		],
		[
			'weight 101',
			() => ({ properties: { customModelWeightPercent: 101 } }),
			`${invalid} InvalidPayload`,
		],
		[
			'weight as text',
			() => ({ properties: { customModelWeightPercent: '30' } }),
			`${invalid} InvalidPayload`,
		],
		['11 custom properties', () => ({ customProperties: many(11) }), `${invalid} InvalidPayload`],
		[
			'a key of 65 characters',
			() => ({ customProperties: { ['k'.repeat(65)]: 'v' } }),
			`${invalid} InvalidPayload`,
		],
		[
			'a value of 257 characters',
			() => ({ customProperties: { k: 'v'.repeat(257) } }),
			`${invalid} InvalidPayload`,
		],
		[
			'a number as custom property',
			() => ({ customProperties: { k: 1 } }),
			`${invalid} InvalidPayload`,
		],
		['no datasets', () => ({ datasets: undefined }), `${invalid} InvalidPayload`],
		['a bare id as reference', () => ({ baseModel: have.base.id }), `${invalid} InvalidPayload`],
		[
			'a relative reference',
			() => ({ baseModel: { self: '/models/base/x' } }),
			`${invalid} InvalidPayload`,
		],
		[
			'a base model on another host',
			() => ({ baseModel: { self: have.base.self.replace('127.0.0.1', 'other.example') } }),
			`${invalid} InvalidBaseModel`,
		],
		[
			'a custom model as base model',
			() => ({ baseModel: ref(have.model) }),
			`${invalid} InvalidBaseModel`,
		],
		[
			'a base model that does not exist',
			() => ({ baseModel: { self: have.base.self.replace(have.base.id, ABSENT) } }),
			`${invalid} InvalidBaseModel`,
		],
		[
			'a base model past adaptation',
			() => ({ baseModel: ref(have.past) }),
			`${invalid} ModelDeprecated`,
		],
		[
			'a base model without adaptation',
			() => ({ baseModel: ref(have.fixed) }),
			`${invalid} InvalidBaseModel`,
		],
		[
			'a base model of another locale',
			() => ({ baseModel: ref(have.german) }),
			`${invalid} InvalidLocale`,
		],
		[
			'a dataset of another locale',
			() => ({ datasets: [ref(have.germanText)] }),
			`${invalid} InvalidLocale`,
		],
		[
			'a project of another locale',
			() => ({ project: ref(have.germanProject) }),
			`${invalid} InvalidLocale`,
		],
		['a project that is none', () => ({ project: ref(have.text) }), `${invalid} InvalidProject`],
		[
			'a dataset that is not ready',
			() => ({ datasets: [ref(have.running)] }),
			`${invalid} InvalidDataset`,
		],
		['a dataset that failed', () => ({ datasets: [ref(have.failed)] }), `${invalid} FailedDataset`],
		[
			'a kind the base does not take',
			() => ({ baseModel: ref(have.textOnly), datasets: [ref(have.audio)] }),
			`${invalid} InvalidAdaptationMapping`,
		],
		[
			'a dataset that is a model',
			() => ({ datasets: [ref(have.model)] }),
			`${invalid} InvalidDataset`,
		],
		[
			'a locale without base models',
			() => ({ locale: 'fr-FR', baseModel: undefined }),
			`${invalid} InvalidBaseModel`,
		],
	] as [string, () => Record<string, any>, string][])(
		'refuses a training with %s',
		async (_what, change, expected) => {
			const before = emulator.list('models').length;
			const answer = await call(emulator, 'POST', '/models', {
				body: { ...training(), ...change() },
			});
			expect(refusal(answer)).toBe(expected);
			expect(answer.body.message).toBeTruthy();
			expect(emulator.list('models')).toHaveLength(before);
		},
	);

	it.each([
		['an unknown kind', () => ({ kind: 'Video' }), `${invalid} InvalidPayload`],
		['no kind', () => ({ kind: undefined }), `${invalid} InvalidPayload`],
		['a content URL that is none', () => ({ contentUrl: 'a file' }), `${invalid} InvalidPayload`],
		[
			'an unknown normalization',
			() => ({ properties: { textNormalizationKind: 'All' } }),
			`${invalid} InvalidPayload`,
		],
		[
			'a kind its locale cannot be trained with',
			() => ({ kind: 'Pronunciation', locale: 'af-ZA' }),
			`${invalid} InvalidLocale`,
		],
	] as [string, () => Record<string, any>, string][])(
		'refuses a dataset with %s',
		async (_what, change, expected) => {
			const answer = await call(emulator, 'POST', '/datasets', {
				body: { ...dataset(), ...change() },
			});
			expect(refusal(answer)).toBe(expected);
		},
	);

	it.each([
		['no model', () => ({ model: undefined }), `${invalid} InvalidPayload`],
		['a model in training', () => ({ model: ref(have.training) }), `${invalid} ModelNotDeployable`],
		['a failed model', () => ({ model: ref(have.failedModel) }), `${invalid} DeployingFailedModel`],
		['an expired model', () => ({ model: ref(have.expired) }), `${invalid} ModelDeprecated`],
		['a model of another locale', () => ({ model: ref(have.german) }), `${invalid} InvalidLocale`],
		[
			'the name a PATCH has for logging',
			() => ({ properties: { contentLoggingEnabled: false } }),
			`${invalid} InvalidPayload`,
		],
		[
			'logging without own storage',
			() => ({ properties: { loggingEnabled: true } }),
			`${invalid} EndpointLoggingNotSupported`,
		],
	] as [string, () => Record<string, any>, string][])(
		'refuses an endpoint with %s',
		async (_what, change, expected) => {
			const answer = await call(emulator, 'POST', '/endpoints', {
				body: { ...endpoint(), ...change() },
			});
			expect(refusal(answer)).toBe(expected);
		},
	);

	it.each([
		['one model', () => ({ model2: undefined }), `${invalid} InvalidPayload`],
		['a text dataset', () => ({ dataset: ref(have.text) }), `${invalid} InvalidTest`],
		['a dataset in import', () => ({ dataset: ref(have.running) }), `${invalid} InvalidDataset`],
		['a model in training', () => ({ model1: ref(have.training) }), `${invalid} InvalidModel`],
	] as [string, () => Record<string, any>, string][])(
		'refuses an evaluation with %s',
		async (_what, change, expected) => {
			const answer = await call(emulator, 'POST', '/evaluations', {
				body: { ...evaluation(), ...change() },
			});
			expect(refusal(answer)).toBe(expected);
		},
	);

	it.each([
		['locale', 'models', { locale: 'de-DE' }],
		['datasets', 'models', { datasets: [] }],
		['properties', 'models', { properties: { customModelWeightPercent: 5 } }],
		['kind', 'datasets', { kind: 'Acoustic' }],
		['contentUrl', 'datasets', { contentUrl: 'https://a.example/b' }],
	])('refuses to change the %s of one of the %s', async (_field, collection, body) => {
		const { id } = emulator.put(collection, {});
		const answer = await call(emulator, 'PATCH', `/${collection}/${id}`, { body });
		expect(refusal(answer)).toBe(`${invalid} InvalidPayload`);
	});

	it('refuses loggingEnabled in a PATCH, where it has another name', async () => {
		const { id } = emulator.put('endpoints', { model: have.model.id });
		const body = { properties: { loggingEnabled: false } };
		const answer = await call(emulator, 'PATCH', `/endpoints/${id}`, { body });
		expect(refusal(answer)).toBe(`${invalid} InvalidPayload`);
	});

	it.each([
		['no api-version', 'GET', '/models', { version: null }, '400 InvalidArgument InvalidParameter'],
		[
			'an unknown api-version',
			'GET',
			'/models',
			{ version: '2023-01-01' },
			'400 InvalidArgument InvalidParameter',
		],
		[
			'an unknown query parameter',
			'GET',
			'/models',
			{ query: { orderby: 'x' } },
			'400 InvalidArgument InvalidParameter',
		],
		[
			'a negative skip',
			'GET',
			'/models',
			{ query: { skip: '-1' } },
			'400 InvalidArgument InvalidParameter',
		],
		[
			'a top that is no number',
			'GET',
			'/models',
			{ query: { top: 'ten' } },
			'400 InvalidArgument InvalidParameter',
		],
		[
			'a manifest without a lifetime',
			'GET',
			`/models/${ABSENT}/manifest`,
			{},
			'400 InvalidArgument InvalidParameter',
		],
		['an id that is no UUID', 'GET', '/models/abc', {}, `${invalid} InvalidParameterValue`],
		['a model that does not exist', 'GET', `/models/${ABSENT}`, {}, '404 NotFound'],
		['a path that does not exist', 'GET', '/modells', {}, '404 NotFound'],
		['no body', 'POST', '/models', {}, `${invalid} EmptyRequest`],
		['broken JSON', 'POST', '/models', { body: '{"a":' }, `${invalid} InvalidRequestBodyFormat`],
		['an array as body', 'POST', '/models', { body: [] }, `${invalid} EmptyRequest`],
		[
			'a body of plain text',
			'POST',
			'/models',
			{ body: '{}', headers: { 'content-type': 'text/plain' } },
			'415 UnsupportedMediaType',
		],
		[
			'a merge patch that creates',
			'POST',
			'/models',
			{ body: '{}', headers: { 'content-type': 'application/merge-patch+json' } },
			'415 UnsupportedMediaType',
		],
	] as [string, string, string, Record<string, any>, string][])(
		'refuses %s',
		async (_what, method, path, more, expected) => {
			expect(refusal(await call(emulator, method, path, more))).toBe(expected);
		},
	);

	it('reads a colon in a path however it is written', async () => {
		const body = { sourceResourceId: '/subscriptions/s/accounts/a' };
		expect((await call(emulator, 'POST', '/models%3Aauthorizecopy', { body })).status).toBe(200);
	});
});

/** @param {number} count */
function many(count: number) {
	return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));
}
