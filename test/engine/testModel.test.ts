import type { INodeExecutionData } from 'n8n-workflow';

import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, startNode, type NodeTest } from '../support/engine';
import { inDays, putBase, putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { until } from '../support/until.mts';
import { defined } from '../support/defined';
import { byId } from '../support/locator';

type Json = INodeExecutionData['json'];

interface Tested {
	test: Json & { reference: Json; candidate: Json };
	summary: string;
	report?: Json;
}

/** Looks often, so that tests need not wait for the plan made for days. */
const often = { checkEverySeconds: 1 };

describe('Test Model', () => {
	let emulator: Emulator;
	let resource: Resource;
	let candidate: { id: string };
	let served: { id: string };
	let endpoint: { id: string };
	let testDataset: { id: string };

	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare', durations: { evaluation: 0 } });
		resource = stockUp(emulator);
		served = putModel(emulator, resource, 20, { displayName: 'Retail old' });
		candidate = putModel(emulator, resource, 700, { displayName: 'Retail new' });
		endpoint = emulator.put('endpoints', {
			displayName: 'Retail live',
			locale: 'en-US',
			model: served.id,
		});
		testDataset = putTestData();
	});
	afterEach(async () => {
		await emulator.close();
	});

	const putTestData = (changes: Record<string, unknown> = {}) =>
		emulator.put('datasets', {
			displayName: 'Calls of October',
			locale: 'en-US',
			kind: 'Acoustic',
			...changes,
		});
	const figures = (before: number, after: number, words = 5_000) => {
		emulator.setOutcome({
			collection: 'evaluations',
			properties: {
				wordErrorRate1: before,
				wordErrorRate2: after,
				wordCount1: words,
				wordCount2: words,
			},
		});
	};
	const newCase = (): Json => ({
		model: { id: candidate.id },
		testDataset: { id: testDataset.id },
		endpoint: { id: endpoint.id },
		note: 'kept',
	});
	const parametersOf = ({ options, ...parameters }: Json = {}) =>
		({ ...parameters, options: { ...often, ...(options as Json) } }) as NodeTest['parameters'];
	const testOf = (json: Json, parameters: Json = {}, more: Partial<NodeTest> = {}): NodeTest => ({
		node: new TestModel(),
		items: [{ json }],
		parameters: parametersOf(parameters),
		credentials: credentialsFor(emulator),
		...more,
	});
	const test = async (json: Json, parameters: Json = {}, more: Partial<NodeTest> = {}) =>
		await runNode(testOf(json, parameters, more));
	const resultOf = (run: { outputs: INodeExecutionData[][] }) =>
		run.outputs[0][0].json as unknown as Tested;
	it('tests the new model against the one the endpoint serves, in one evaluation', async () => {
		figures(0.1, 0.06);
		const run = await test(newCase());
		expect(run.error).toBeUndefined();
		const posts = postsTo(emulator, '/evaluations');
		expect(posts).toHaveLength(1);
		expect(posts[0].body).toEqual({
			displayName: 'Retail new against Retail old',
			locale: 'en-US',
			model1: { self: expect.stringContaining(`/models/${served.id}`) },
			model2: { self: expect.stringContaining(`/models/${candidate.id}`) },
			dataset: { self: expect.stringContaining(`/datasets/${testDataset.id}`) },
			customProperties: {
				testingKind: 'Evaluation',
				n8nTestFingerprint: expect.stringMatching(/^\w{64}\.\w{16}$/),
			},
		});
		expect(run.outputs[0][0].json).toMatchObject({ ...newCase(), wait: { outcome: 'succeeded' } });
		expect(resultOf(run)).toMatchObject({
			test: {
				verdict: 'better',
				better: true,
				metric: 'wordErrorRate',
				gain: 0.04,
				relativeGain: 0.4,
				reference: {
					id: served.id,
					displayName: 'Retail old',
					role: "used by endpoint 'Retail live'",
					wordErrorRate: 0.1,
					wordCount: 5_000,
					wordInsertionCount: expect.any(Number),
					wordDeletionCount: expect.any(Number),
					wordSubstitutionCount: expect.any(Number),
				},
				candidate: { id: candidate.id, wordErrorRate: 0.06 },
			},
			summary:
				"Model 'Retail new' is better than 'Retail old' (used by endpoint 'Retail live'). Its word error rate is 6% instead of 10%, 4 points (40%) less, on 5,000 words.",
		});
	});

	it('says that a model is not better, and the item goes on', async () => {
		figures(0.1, 0.1);
		const { test: result, summary } = resultOf(await test(newCase()));
		expect(result).toMatchObject({ verdict: 'notBetter', better: false });
		expect(summary).toMatch(/^Model 'Retail new' is not better than 'Retail old'/);
	});

	it.each([
		[
			'too few words',
			() => {
				figures(0.1, 0.05, 999);
			},
			{},
		],
		[
			'no figures',
			() => {
				figures(-1, -1);
			},
			{},
		],
	])('is inconclusive with %s, and never calls that better', async (_when, script, more) => {
		script();
		const { test: result, summary } = resultOf(await test(newCase(), more));
		expect(result).toMatchObject({ verdict: 'inconclusive', better: false });
		expect(summary).toMatch(/^The test does not show whether model 'Retail new' is better/);
	});

	it('decides by the metric and the gain a person asks for', async () => {
		figures(0.1, 0.095);
		const strict = await test(newCase(), { minimumGain: 10, gainUnit: 'percent' });
		expect(resultOf(strict).test).toMatchObject({ verdict: 'notBetter' });
		const lax = await test(newCase(), { minimumGain: 5, gainUnit: 'percent' });
		expect(resultOf(lax).test).toMatchObject({ verdict: 'better' });
		const others = await test(newCase(), { metric: 'sentenceErrorRate' });
		expect(resultOf(others).test).toMatchObject({ metric: 'sentenceErrorRate' });
		expect(postsTo(emulator, '/evaluations')).toHaveLength(1);
	});

	describe('the reference', () => {
		const reference = async (json: Json, parameters: Json = {}) =>
			resultOf(await test(json, parameters)).test.reference;

		it('is the model of the endpoints that Check Expiration has named', async () => {
			const found = {
				expiration: { endpoints: [{ id: endpoint.id, displayName: 'Retail live' }] },
			};
			expect(await reference({ ...newCase(), endpoint: null, ...found })).toMatchObject({
				id: served.id,
			});
		});

		it.each<[string, Json]>([
			['no endpoint is known', {}],
			['the model was in no use', { expiration: { endpoints: [] } }],
			['the person wants it', { endpoint: true, compareWith: 'base' }],
		])('is the base model it was trained from when %s', async (_when, changes) => {
			const { compareWith, ...json } = changes;
			const { endpoint: given, ...rest } = newCase();
			const item = { ...rest, ...json, ...(json.endpoint ? { endpoint: given } : {}) } as Json;
			expect(await reference(item, compareWith ? { compareWith } : {})).toMatchObject({
				id: resource.baseId,
				role: 'the base it was trained from',
			});
		});

		it('is the model a person chooses', async () => {
			const other = putModel(emulator, resource, 500, { displayName: 'Retail other' });
			const chosen = { compareWith: 'model', referenceModelId: byId(other.id) };
			expect(await reference(newCase(), chosen)).toMatchObject({ id: other.id });
		});

		it('is the newest base model when that of the endpoint has expired, and the result says so', async () => {
			const expired = putModel(emulator, resource, -3, { displayName: 'Retail expired' });
			const newest = emulator.put('baseModels', {
				displayName: '20261024 newest',
				locale: 'en-US',
				createdDateTime: inDays(-1),
				properties: { deprecationDates: { transcriptionDateTime: inDays(700) } },
			});
			emulator.put('endpoints', {
				id: endpoint.id,
				displayName: 'Retail live',
				locale: 'en-US',
				model: expired.id,
			});
			const run = await test(newCase());
			const { test: result, summary } = resultOf(run);
			expect(result.reference).toMatchObject({ id: newest.id, displayName: '20261024 newest' });
			const remark = /set to model 'Retail expired', which expired on \d{4}-\d\d-\d\d/;
			expect(summary).toMatch(remark);
			expect(run.hints[0].message).toMatch(remark);
		});
	});

	describe('with base models', () => {
		let newer: { id: string };
		beforeEach(() => (newer = putBase(emulator, { displayName: '20261024 newer' })));

		const urlOf = (id: string) => `${emulator.url}/speechtotext/models/base/${id}`;
		const bodyOf = () => postsTo(emulator, '/evaluations')[0].body;
		const withoutEndpoint = (model: unknown) => ({ ...newCase(), endpoint: null, model }) as Json;
		const against = (value: string) => {
			const mode = value.startsWith('http') ? 'url' : 'id';
			return { compareWith: 'model', referenceModelId: { __rl: true, mode, value } };
		};

		it.each<[string, (id: string) => string]>([
			['bare IDs', (id) => id],
			['URLs', (id) => urlOf(id)],
		])('compares two of them, named by %s', async (_by, name) => {
			figures(0.1, 0.06);
			const parameters = against(name(resource.baseId));
			const run = await test(withoutEndpoint({ self: name(newer.id) }), parameters);
			expect(run.error).toBeUndefined();
			expect(bodyOf()).toMatchObject({
				displayName: '20261024 newer against 20260912 test',
				model1: { self: expect.stringContaining(`/models/base/${resource.baseId}`) },
				model2: { self: expect.stringContaining(`/models/base/${newer.id}`) },
			});
			expect(resultOf(run).test).toMatchObject({ verdict: 'better', candidate: { id: newer.id } });
			const again = await test(withoutEndpoint({ id: newer.id }), parameters);
			expect(resultOf(again).test).toMatchObject({ reused: true });
		});

		it('compares one with the base model an endpoint serves', async () => {
			emulator.put('endpoints', {
				id: endpoint.id,
				displayName: 'Retail live',
				locale: 'en-US',
				model: resource.baseId,
			});
			const run = await test({ ...newCase(), model: { id: newer.id } });
			expect(resultOf(run).test).toMatchObject({
				reference: { id: resource.baseId, role: "used by endpoint 'Retail live'" },
				candidate: { id: newer.id },
			});
		});

		it('inspects one alone', async () => {
			const run = await test(withoutEndpoint({ id: newer.id }), { operation: 'inspect' });
			expect(run.error).toBeUndefined();
			const self = expect.stringContaining(`/models/base/${newer.id}`);
			expect(bodyOf()).toMatchObject({ model1: { self }, model2: { self } });
			expect(resultOf(run).summary).toMatch(
				/^Test '20261024 newer alone' of model '20261024 newer' is finished/,
			);
		});

		it.each(['automatic', 'base'])(
			'does not evaluate one against the base it has not (%s), and says what to do',
			async (compareWith) => {
				const run = await test(withoutEndpoint({ id: newer.id }), { compareWith });
				expect(run.error).toMatchObject({
					message:
						"Model '20261024 newer' is a base model itself, so there is no base model to compare it with.",
					description: expect.stringContaining("'Compare With'"),
				});
				expect(postsTo(emulator, '/evaluations')).toEqual([]);
			},
		);

		it('does not evaluate one against itself', async () => {
			const run = await test(withoutEndpoint({ id: newer.id }), against(newer.id));
			expect(run.error?.message).toMatch(/cannot be compared with itself/);
			expect(postsTo(emulator, '/evaluations')).toEqual([]);
		});

		it('passes over one that no endpoint can serve when that of the endpoint has expired', async () => {
			const expired = putModel(emulator, resource, -3, { displayName: 'Retail expired' });
			putBase(emulator, {
				displayName: 'Whisper',
				createdDateTime: inDays(-1),
				properties: { features: { supportsEndpoints: false } },
			});
			emulator.put('endpoints', {
				id: endpoint.id,
				displayName: 'Retail live',
				locale: 'en-US',
				model: expired.id,
			});
			const { test: result, summary } = resultOf(await test(newCase()));
			expect(result.reference).not.toMatchObject({ displayName: 'Whisper' });
			expect(summary).toMatch(/'Whisper' is newer, but it is for batch transcription only/);
		});
	});

	it.each<[string, unknown]>([
		['a name', 'Retail'],
		['a number', 7],
		['an object without an ID', { name: 'x' }],
		[
			'the URL of an endpoint',
			'https://a.api.cognitive.microsoft.com/speechtotext/endpoints/1b2c3d4e-0000-4000-8000-000000000099',
		],
		['a foreign URL', 'https://example.com/models/base/1b2c3d4e-0000-4000-8000-000000000099'],
	])('refuses %s as a model, without a request', async (_what, model) => {
		const run = await test({ ...newCase(), model } as Json);
		expect(run.error?.message).toMatch(/^'Model' /);
		expect(emulator.requests()).toEqual([]);
	});

	describe('before any test is started, refuses', () => {
		const refused = async (json: Json, parameters: Json = {}) => {
			const run = await test(json, parameters);
			expect(postsTo(emulator, '/evaluations')).toEqual([]);
			expect(run.status).toBe('error');
			return run.error?.message ?? '';
		};
		const withData = (id: string) => ({ ...newCase(), testDataset: { id } });

		it('a dataset without transcripts', async () => {
			const { id } = putTestData({ kind: 'Language' });
			expect(await refused(withData(id))).toMatch(/has the kind Plain Text/);
		});

		it('a dataset that is not processed', async () => {
			const { id } = putTestData({ status: 'Running' });
			expect(await refused(withData(id))).toMatch(/is not ready: its status is Running/);
		});

		it('a dataset that failed', async () => {
			const { id } = putTestData({ status: 'Failed' });
			expect(await refused(withData(id))).toMatch(/could not be processed/);
		});

		it('a dataset of another locale', async () => {
			const { id } = putTestData({ locale: 'de-DE' });
			expect(await refused(withData(id))).toMatch(/has the locale de-DE, but the model has en-US/);
		});

		it('a dataset the model was trained with', async () => {
			const { id } = putTestData();
			const knowing = putModel(emulator, { ...resource, datasetIds: [id] }, 700);
			const message = await refused({ ...withData(id), model: { id: knowing.id } });
			expect(message).toMatch(/one of the datasets that the model is trained with/);
		});

		it('a reference that an expression made up', async () => {
			const message = await refused(newCase(), { compareWith: 'newest' });
			expect(message).toMatch(/'Compare With' is not one of the options: 'newest'/);
		});

		it('a dataset that does not exist', async () => {
			const id = '1b2c3d4e-0000-4000-8000-000000000099';
			expect(await refused(withData(id))).toMatch(/The dataset in 'Test Dataset' does not exist/);
		});

		it('a model in training, whatever the item says of it', async () => {
			const { id } = putModel(emulator, resource, null, { status: 'Running' });
			const message = await refused({ ...newCase(), model: { id, status: 'Succeeded' } });
			expect(message).toMatch(/is not ready: its status is Running/);
		});

		it('a model whose training failed', async () => {
			const { id } = putModel(emulator, resource, null, { status: 'Failed' });
			expect(await refused({ ...newCase(), model: { id } })).toMatch(/its training failed/);
		});

		it('a model that has expired', async () => {
			const { id } = putModel(emulator, resource, -1);
			expect(await refused({ ...newCase(), model: { id } })).toMatch(/expired on \d{4}/);
		});

		it('the model the endpoint serves already', async () => {
			const message = await refused({ ...newCase(), model: { id: served.id } });
			expect(message).toMatch(/cannot be compared with itself: it is used by endpoint/);
		});

		it('an endpoint that is being changed', async () => {
			emulator.put('endpoints', {
				id: endpoint.id,
				displayName: 'Retail live',
				locale: 'en-US',
				model: served.id,
				status: 'Running',
			});
			expect(await refused(newCase())).toMatch(
				/has the status Running, so its current model is not known/,
			);
		});

		it('a reference of another locale', async () => {
			const german = stockUp(emulator, 'de-DE');
			const { id } = putModel(emulator, german, 500, { locale: 'de-DE' });
			const chosen = { compareWith: 'model', referenceModelId: byId(id) };
			expect(await refused(newCase(), chosen)).toMatch(/has the locale de-DE, but model/);
		});

		it.each([
			['no model', { model: null }, /'Model' is empty/],
			['no test dataset', { testDataset: null }, /'Test Dataset' is empty/],
		])('an item with %s, without a request', async (_what, changes, message) => {
			expect(await refused({ ...newCase(), ...changes })).toMatch(message);
			expect(emulator.requests()).toEqual([]);
		});

		it.each([
			['Minimum Gain', { minimumGain: -1 }],
			['Minimum Words', { minimumWords: 'many' }],
			['Worst Utterances', { options: { worstUtterances: -1 } }],
		])('a %s that makes no sense', async (label, parameters) => {
			expect(await refused(newCase(), parameters)).toContain(`'${label}'`);
			expect(emulator.requests()).toEqual([]);
		});
	});

	describe('when the pair was tested on the data before', () => {
		const again = (choice: string) => ({ options: { ifAlreadyTested: choice } });

		it('uses that test', async () => {
			await test(newCase());
			const run = await test(newCase());
			expect(resultOf(run).test).toMatchObject({ reused: true });
			expect(emulator.list('evaluations')).toHaveLength(1);
		});

		it('uses one made by hand, too, and waits for it', async () => {
			const byHand = emulator.put('evaluations', {
				displayName: 'By hand',
				locale: 'en-US',
				model1: served.id,
				model2: candidate.id,
				dataset: testDataset.id,
				status: 'Running',
			});
			const { finished } = startNode(testOf(newCase()));
			const looks = () => emulator.requests().filter(({ path }) => path.endsWith(byHand.id));
			await until(() => looks().length > 0);
			emulator.finish('evaluations', byHand.id);
			expect(resultOf(await finished).test).toMatchObject({ id: byHand.id, reused: true });
			expect(postsTo(emulator, '/evaluations')).toEqual([]);
		});

		it('tests again when that is what the person wants', async () => {
			await test(newCase());
			await test(newCase(), again('again'));
			expect(emulator.list('evaluations')).toHaveLength(2);
		});

		it('fails when that is what the person wants, and names the test', async () => {
			await test(newCase());
			const run = await test(newCase(), again('fail'));
			expect(run.error?.message).toMatch(
				/were already tested on this dataset: 'Retail new against/,
			);
		});

		it('starts another one when that failed', async () => {
			emulator.put('evaluations', {
				displayName: 'Failed',
				locale: 'en-US',
				model1: served.id,
				model2: candidate.id,
				dataset: testDataset.id,
				status: 'Failed',
			});
			await test(newCase());
			expect(postsTo(emulator, '/evaluations')).toHaveLength(1);
		});

		it.each([
			['the models the other way round', () => ({ model1: candidate.id, model2: served.id })],
			['other data', () => ({ dataset: putTestData().id })],
		])('takes no test of %s', async (_what, changes) => {
			emulator.put('evaluations', {
				displayName: 'Another',
				locale: 'en-US',
				model1: served.id,
				model2: candidate.id,
				dataset: testDataset.id,
				...changes(),
			});
			await test(newCase());
			expect(postsTo(emulator, '/evaluations')).toHaveLength(1);
		});
	});

	it('starts one test only when the answer to its request is lost', async () => {
		emulator.addFault({ method: 'POST', path: '/evaluations', kind: 'dropAfter', times: 1 });
		const run = await test(newCase());
		expect(run.status).toBe('success');
		expect(emulator.list('evaluations')).toHaveLength(1);
	});

	it('starts one test only when n8n tries the node again', async () => {
		emulator.addFault({
			method: 'GET',
			path: '/evaluations/',
			kind: 'status',
			status: 403,
			times: 1,
		});
		const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const run = await test(newCase(), { options: { ifAlreadyTested: 'again' } }, retry);
		expect(run.status).toBe('success');
		expect(emulator.list('evaluations')).toHaveLength(1);
	});

	it('turns a failed test into an error that says why, on the error output with the case intact', async () => {
		emulator.setOutcome({
			collection: 'evaluations',
			error: { code: 'InvalidData', message: 'No usable audio' },
		});
		const run = await test(newCase(), {}, { onError: 'continueErrorOutput' });
		const [{ json }] = run.outputs[1];
		expect(json).toMatchObject({
			note: 'kept',
			error: expect.stringContaining('InvalidData: No usable audio'),
			details: { test: { status: 'Failed' }, wait: { outcome: 'failed' } },
		});
	});

	it('gives the untouched test and still the verdict with Simplify off', async () => {
		figures(0.1, 0.06);
		const { test: result } = resultOf(await test(newCase(), { simplify: false }));
		expect(result).toMatchObject({
			self: expect.stringContaining('/evaluations/'),
			properties: { wordErrorRate1: 0.1 },
			verdict: 'better',
			better: true,
		});
	});

	it('inspects the quality without a verdict, so that a portal shows it for listening', async () => {
		const run = await test(newCase(), { operation: 'inspect' });
		const [{ body }] = postsTo(emulator, '/evaluations');
		expect(body.customProperties).toMatchObject({ testingKind: 'Inspection' });
		const { test: result, summary } = resultOf(run);
		expect(result).not.toHaveProperty('verdict');
		expect(result).not.toHaveProperty('better');
		expect(result.candidate).toMatchObject({ id: candidate.id });
		expect(summary).toMatch(
			/^Test 'Retail new against Retail old' .* is finished\. It has no project/,
		);
	});

	it('says in which portals an inspection can be listened to when it has a project', async () => {
		const { id } = emulator.put('projects', { displayName: 'Retail', locale: 'en-US' });
		const options = { projectId: byId(id) };
		const { summary } = resultOf(await test(newCase(), { operation: 'inspect', options }));
		expect(summary).toMatch(/ is finished\. Listen to it in Speech Studio or Microsoft Foundry /);
	});

	it('inspects even one model alone', async () => {
		const alone = {
			operation: 'inspect',
			compareWith: 'model',
			referenceModelId: byId(candidate.id),
		};
		const run = await test(newCase(), alone);
		expect(run.status).toBe('success');
	});

	it('adds a page and a Markdown text unless a person wants none', async () => {
		figures(0.1, 0.06);
		const run = await test(newCase());
		const { report } = defined(run.outputs[0][0].binary);
		expect(report).toMatchObject({ mimeType: 'text/html', fileExtension: 'html' });
		const page = Buffer.from(report.data, 'base64').toString('utf8');
		expect(page).toMatch(/^<!doctype html>/);
		expect(page).toContain('Retail new');
		expect(resultOf(run).report).toEqual({
			html: page,
			markdown: expect.stringMatching(/^# Test report: Retail new on Calls of October\n/),
		});

		const without = await test(newCase(), { options: { report: 'never' } });
		expect(without.outputs[0][0].binary).toBeUndefined();
		expect(resultOf(without)).not.toHaveProperty('report');
	});

	it('keeps the files that came in beside its report', async () => {
		const file = { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' };
		const items = [{ json: newCase(), binary: { data: file } }];
		const run = await test({}, {}, { items });
		expect(Object.keys(defined(run.outputs[0][0].binary))).toEqual(['data', 'report']);
	});

	it('tests the models of all items together, each against its own reference, and keeps their order', async () => {
		const others = ['A', 'B', 'C'].map((displayName) =>
			putModel(emulator, resource, 600, { displayName }),
		);
		const items = others.map(({ id }, number) => ({
			json: { ...newCase(), number, model: { id: number === 1 ? served.id : id } },
		}));
		const run = await test({}, {}, { items, onError: 'continueErrorOutput' });
		expect(run.outputs[0].map(({ json }) => json.number)).toEqual([0, 2]);
		expect(run.outputs[1].map(({ json }) => json.number)).toEqual([1]);
		expect(postsTo(emulator, '/evaluations')).toHaveLength(2);
	});

	describe('the worst utterances', () => {
		const worst = async (options: Json = {}) => {
			const run = await test(newCase(), { options });
			return resultOf(run).test.utterances as Json[] | undefined;
		};

		it('are told with what was said, what each model heard, and the errors marked', async () => {
			const [first] = defined(await worst());
			expect(first).toMatchObject({
				audio: expect.any(String),
				transcript: expect.any(String),
				referenceHeard: expect.any(String),
				candidateHeard: expect.any(String),
				candidateErrors: expect.any(Number),
				candidateEdits: expect.stringMatching(/\[-.+?-\]|\{\+.+?\+\}/),
			});
		});

		it('come with the most errors first, as many as a person wants', async () => {
			const errors = defined(await worst()).map(({ candidateErrors }) => Number(candidateErrors));
			expect(errors).toHaveLength(10);
			expect(errors).toEqual([...errors].sort((one, other) => other - one));
			expect(await worst({ worstUtterances: 3 })).toHaveLength(3);
		});

		it('are not read at all when a person wants none', async () => {
			expect(await worst({ worstUtterances: 0 })).toBeUndefined();
			expect(emulator.requests({ area: 'content' })).toEqual([]);
		});

		it('are told as far as can be when the files hold marks only', async () => {
			emulator.setQuirks({ scoreFiles: 'phrases' });
			const [first] = defined(await worst());
			expect(first).toMatchObject({
				candidateHeard: expect.any(String),
				candidateErrors: expect.any(Number),
				candidateEdits: expect.any(String),
			});
		});

		it.each([
			['unreadable', /could not be understood/],
			['absent', /has no result files of single recordings/],
		] as const)(
			'are left out when the files are %s, and the report says so',
			async (scoreFiles, note) => {
				emulator.setQuirks({ scoreFiles });
				const { test: result, report } = resultOf(await test(newCase()));
				expect(result).toMatchObject({ verdict: expect.any(String) });
				expect(result).not.toHaveProperty('utterances');
				expect(report?.markdown).toMatch(note);
			},
		);

		it.each([
			[
				'the links do not open',
				() => {
					emulator.setQuirks({ byos: true, byosLinks: 'plain' });
				},
			],
			[
				'the list is refused',
				() => {
					emulator.addFault({ path: '/files', kind: 'status', status: 403, times: 9 });
				},
			],
		])(
			'are left out when %s, and the verdict stands',
			async (_when, script) => {
				script();
				const { test: result, report } = resultOf(await test(newCase()));
				expect(result).toMatchObject({ verdict: expect.any(String) });
				expect(report?.markdown).toMatch(/result files of the test could not be read/);
				expect(JSON.stringify(report)).not.toMatch(/sig=/);
			},
			40_000,
		);
	});

	it('sends its key to nobody but the service, the result files included', async () => {
		await test(newCase());
		const content = emulator.requests({ area: 'content' });
		expect(content.length).toBeGreaterThan(0);
		expect(content.every(({ status }) => status === 200)).toBe(true);
	});
});
