import type { INodeExecutionData } from 'n8n-workflow';

import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { inDays, putBase, putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { heldEntity } from '../support/heldEntity';
import { byId } from '../support/locator';

type Json = INodeExecutionData['json'];

describe('Train Model', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const train = async (
		json: Json,
		parameters: NodeTest['parameters'] = {},
		more: Partial<NodeTest> = {},
	) =>
		await runNode({
			node: new TrainModel(),
			items: [{ json }],
			parameters,
			credentials: credentialsFor(emulator),
			...more,
		});

	const newCase = (): Json => ({
		baseModel: { id: resource.baseId },
		datasets: resource.datasetIds.map((id) => ({ id })),
	});

	it('trains a new model from the datasets and the base model of the incoming item', async () => {
		const run = await train(newCase());
		const [[{ json, pairedItem }]] = run.outputs;
		expect(json).toMatchObject({
			model: {
				displayName: 'Custom model en-US (base 20260912)',
				status: 'NotStarted',
				baseModelId: resource.baseId,
				datasetIds: resource.datasetIds,
				reused: false,
				charged: false,
			},
			summary:
				"Training of model 'Custom model en-US (base 20260912)' (en-US) started from base model '20260912 test' with 2 datasets.",
		});
		expect(json).toMatchObject(newCase());
		expect(pairedItem).toEqual({ item: 0 });
	});

	it('sends what a person set, and nothing else', async () => {
		const project = emulator.put('projects', { displayName: 'Contact center', locale: 'en-US' });
		await train(newCase(), {
			displayName: 'O\'Brien "quoted"\nשלום',
			options: {
				customModelWeightPercent: 70,
				description: 'For the shop',
				projectId: byId(project.id),
				customProperties: { property: [{ name: 'team', value: 'retail' }] },
			},
		});
		const [{ body }] = postsTo(emulator, '/models');
		expect(body).toEqual({
			displayName: 'O\'Brien "quoted"\nשלום',
			locale: 'en-US',
			description: 'For the shop',
			baseModel: { self: expect.stringContaining(`/models/base/${resource.baseId}`) },
			datasets: resource.datasetIds.map((id) => ({
				self: expect.stringContaining(`/datasets/${id}`),
			})),
			project: { self: expect.stringContaining(`/projects/${project.id}`) },
			customProperties: {
				team: 'retail',
				n8nTrainingFingerprint: expect.stringMatching(/^\w{64}\.\w{16}$/),
			},
			properties: { customModelWeightPercent: 70 },
		});
	});

	it('retrains a model with the same datasets, weight, description, project and properties', async () => {
		const project = emulator.put('projects', { displayName: 'Contact center', locale: 'en-US' });
		const old = putModel(emulator, resource, 20, {
			displayName: 'Retail en-US (base 20240101)',
			description: 'Shop talk',
			project: project.id,
			customProperties: { team: 'retail', n8nTrainingFingerprint: 'of the old one' },
		});
		const base = putBase(emulator, { displayName: '20261024 newer' });
		const run = await train({ model: { id: old.id }, baseModel: { id: base.id } });
		expect(run.error).toBeUndefined();
		const [{ body }] = postsTo(emulator, '/models');
		expect(body).toMatchObject({
			displayName: 'Retail en-US (base 20261024)',
			description: 'Shop talk',
			project: { self: expect.stringContaining(project.id) },
			properties: { customModelWeightPercent: 30 },
			customProperties: { team: 'retail', n8nRetrainedFrom: old.id },
		});
		expect(body.datasets).toHaveLength(2);
	});

	it('retrains a model whose project has been deleted, without one', async () => {
		const project = emulator.put('projects', { displayName: 'Gone', locale: 'en-US' });
		const old = putModel(emulator, resource, 20, { project: project.id });
		emulator.addFault({ method: 'GET', path: /\/projects\//, kind: 'status', status: 404 });
		const base = putBase(emulator, { displayName: '20261024 newer' });
		const run = await train({ model: { id: old.id }, baseModel: { id: base.id } });
		expect(run.error).toBeUndefined();
		expect(postsTo(emulator, '/models')[0].body.project).toBeUndefined();
	});

	it('leaves the base model to the service when none is given', async () => {
		const run = await train({ datasets: newCase().datasets });
		expect(postsTo(emulator, '/models')[0].body).not.toHaveProperty('baseModel');
		expect(run.outputs[0][0].json).toMatchObject({ model: { baseModelId: resource.baseId } });
	});

	describe('with a test added', () => {
		const acoustic = (changes = {}) =>
			emulator.put('datasets', {
				displayName: 'Calls of October',
				locale: 'en-US',
				kind: 'Acoustic',
				...changes,
			});
		const withTest = async (id: string) =>
			await train(newCase(), { options: { testDatasetId: byId(id) } });

		it('hands the test data on to Test Model, and trains without it', async () => {
			const { id } = acoustic();
			const run = await withTest(id);
			expect(run.outputs[0][0].json).toMatchObject({
				testDataset: { id, displayName: 'Calls of October', kind: 'Acoustic' },
			});
			expect(postsTo(emulator, '/models')[0].body.datasets).toHaveLength(2);
			expect(postsTo(emulator, '/evaluations')).toEqual([]);
		});

		it('refuses unfit test data before the training, not after it', async () => {
			const run = await withTest(acoustic({ locale: 'de-DE' }).id);
			expect(run.error?.message).toMatch(/in 'Test Dataset' has the locale de-DE/);
			expect(postsTo(emulator, '/models')).toEqual([]);
		});
	});

	describe('when the same training has been started before', () => {
		it('uses the model that is there', async () => {
			const first = await train(newCase());
			const second = await train(newCase());
			const model = first.outputs[0][0].json.model as Json;
			expect(second.outputs[0][0].json).toMatchObject({ model: { id: model.id, reused: true } });
			expect(second.outputs[0][0].json.summary).toContain('no training was started');
			expect(emulator.list('models')).toHaveLength(1);
		});

		it('trains again when that is what the person wants, also twice', async () => {
			await train(newCase());
			await train(newCase(), { options: { ifAlreadyTrained: 'again' } });
			await train(newCase(), { options: { ifAlreadyTrained: 'again' } });
			expect(emulator.list('models')).toHaveLength(3);
		});

		it('fails when that is what the person wants, and names the model', async () => {
			await train(newCase());
			const run = await train(newCase(), { options: { ifAlreadyTrained: 'fail' } });
			expect(run.error).toMatchObject({
				message: expect.stringContaining('already exists'),
				description: expect.stringContaining("'If Already Trained'"),
			});
			expect(emulator.list('models')).toHaveLength(1);
		});

		it.each([
			['failed', { status: 'Failed' }],
			[
				'expired',
				{
					status: 'Succeeded',
					properties: { deprecationDates: { transcriptionDateTime: inDays(-1) } },
				},
			],
		])('does not count a model that has %s', async (_what, change) => {
			const first = await train(newCase());
			const { id } = first.outputs[0][0].json.model as { id: string };
			const { customProperties } = heldEntity(emulator, 'models', id);
			emulator.remove('models', id);
			emulator.put('models', {
				displayName: 'Custom model en-US (base 20260912)',
				locale: 'en-US',
				baseModel: resource.baseId,
				datasets: resource.datasetIds,
				customProperties,
				...change,
			});
			const second = await train(newCase());
			expect(second.outputs[0][0].json).toMatchObject({ model: { reused: false } });
			expect(emulator.list('models')).toHaveLength(2);
		});

		it.each([
			['name', { displayName: 'Another' }],
			['weight', { options: { customModelWeightPercent: 10 } }],
		])('counts another %s as another training', async (_what, parameters) => {
			await train(newCase());
			await train(newCase(), parameters);
			expect(emulator.list('models')).toHaveLength(2);
		});
	});

	describe('checks before anything is started', () => {
		const refusals: Array<[string, () => Json, NodeTest['parameters'], RegExp]> = [
			['an empty item while the resource has datasets', () => ({}), {}, /incoming item has none/],
			[
				'a base model of another locale',
				() => ({
					...newCase(),
					baseModel: { id: putBase(emulator, { displayName: '2026', locale: 'de-DE' }).id },
				}),
				{},
				/locale de-DE, but the datasets have en-US/,
			],
			[
				'a base model past its last day of training',
				() => ({
					...newCase(),
					baseModel: {
						id: putBase(emulator, {
							displayName: '2024',
							properties: { deprecationDates: { adaptationDateTime: inDays(-1) } },
						}).id,
					},
				}),
				{},
				/could be trained only until/,
			],
			[
				'data the base model cannot be trained with',
				() => ({
					...newCase(),
					dataset: {
						id: emulator.put('datasets', {
							displayName: 'Calls',
							locale: 'en-US',
							kind: 'Acoustic',
						}).id,
					},
				}),
				{},
				/cannot be trained with Audio \+ Human-Labeled Transcript data, such as dataset 'Calls'/,
			],
			[
				'a dataset that has failed',
				() => ({
					dataset: {
						id: emulator.put('datasets', {
							displayName: 'Bad',
							locale: 'en-US',
							kind: 'Language',
							status: 'Failed',
							properties: { error: { code: 'InvalidData', message: 'Line 3 is broken' } },
						}).id,
					},
				}),
				{},
				/Dataset 'Bad' .* could not be processed: InvalidData: Line 3 is broken/,
			],
			[
				'a dataset that is still being processed',
				() => ({
					dataset: {
						id: emulator.put('datasets', {
							displayName: 'New',
							locale: 'en-US',
							kind: 'Language',
							status: 'Running',
						}).id,
					},
				}),
				{},
				/'New' .* is not ready: its status is Running/,
			],
			[
				'datasets of two locales',
				() => ({
					...newCase(),
					dataset: {
						id: emulator.put('datasets', {
							displayName: 'Deutsch',
							locale: 'de-DE',
							kind: 'Language',
						}).id,
					},
				}),
				{},
				/'Deutsch' .* has the locale de-DE, but the training is for en-US/,
			],
			[
				'a dataset that does not exist',
				() => ({ datasets: [{ id: '00000000-0000-4000-8000-000000000000' }] }),
				{},
				/dataset in 'Datasets' does not exist in this resource: 00000000/,
			],
			[
				'a base model that is none',
				() => ({ ...newCase(), baseModel: { id: 'newest' } }),
				{},
				/'Base Model' is not the ID or URL of a base model: 'newest'/,
			],
			[
				'the URL of a custom model as base model',
				() => ({
					...newCase(),
					baseModel: {
						id: `${emulator.url}/speechtotext/models/${resource.baseId}?api-version=2025-10-15`,
					},
				}),
				{},
				/'Base Model' contains the URL of a custom model, but a base model is required/,
			],
			[
				'a weight outside 1 to 100',
				newCase,
				{ options: { customModelWeightPercent: 101 } },
				/Weight/,
			],
			[
				'too many custom properties',
				newCase,
				{
					options: {
						customProperties: {
							property: Array.from({ length: 10 }, (_, n) => ({ name: `p${n}`, value: 'x' })),
						},
					},
				},
				/has 10 entries, .*, but at most 9 are possible/,
			],
			['a name of spaces', newCase, { displayName: '   ' }, /'Name' is empty/],
			[
				'a project of another locale',
				newCase,
				{ options: { projectId: 'put below' } },
				/Project 'Zentrale' has the locale de-DE/,
			],
		];

		it.each(refusals)('refuses %s', async (_what, json, parameters, message) => {
			const typed = structuredClone(parameters ?? {});
			if (_what === 'a project of another locale') {
				const { id } = emulator.put('projects', { displayName: 'Zentrale', locale: 'de-DE' });
				typed.options = { projectId: byId(id) };
			}
			const run = await train(json(), typed);
			expect(run.error?.message).toMatch(message);
			expect((run.error as { description?: string }).description).toBeTruthy();
			expect(postsTo(emulator, '/models')).toEqual([]);
		});

		it('tells a resource without any dataset from an item without one', async () => {
			for (const id of resource.datasetIds) emulator.remove('datasets', id);
			const run = await train({});
			expect(run.error?.message).toBe('No datasets to train with: this resource has none yet.');
		});

		it('names a deleted dataset of the model that is to be retrained', async () => {
			const old = putModel(emulator, resource, 20);
			emulator.remove('datasets', resource.datasetIds[1]);
			const run = await train({ model: { id: old.id } });
			expect(run.error?.message).toContain(resource.datasetIds[1]);
			expect(postsTo(emulator, '/models')).toEqual([]);
		});
	});

	it('drops its note of the predecessor before it refuses a model full of properties', async () => {
		const nine = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`p${n}`, 'x']));
		const old = putModel(emulator, resource, 20, { customProperties: nine });
		const run = await train({ model: { id: old.id } });
		expect(run.error).toBeUndefined();
		expect(postsTo(emulator, '/models')[0].body.customProperties).toEqual({
			...nine,
			n8nTrainingFingerprint: expect.any(String),
		});
	});

	it('reports a training that was started even when nothing else can be read afterwards', async () => {
		emulator.addFault({ path: /models\/base\//, kind: 'status', status: 403, times: 5 });
		const run = await train({ datasets: newCase().datasets });
		expect(run.outputs[0][0].json).toMatchObject({
			model: { status: 'NotStarted', charged: null },
		});
	});

	it('takes chosen datasets by list, ID, URL, several in one expression, and each only once', async () => {
		const [one, two] = resource.datasetIds;
		const url = `https://westeurope.api.cognitive.microsoft.com/speechtotext/datasets/${two}?api-version=2025-10-15`;
		const run = await train(
			{ ids: [one, two] },
			{
				operation: 'new',
				datasets: {
					dataset: [
						{ datasetId: { __rl: true, mode: 'list', value: one } },
						{ datasetId: { __rl: true, mode: 'url', value: url } },
						{ datasetId: byId('={{ $json.ids }}') },
					],
				},
			},
		);
		expect(run.error).toBeUndefined();
		expect(postsTo(emulator, '/models')[0].body.datasets).toHaveLength(2);
	});

	describe('with structured text and pronunciation in one training', () => {
		const bothKinds = () => ({
			...newCase(),
			datasets: ['LanguageMarkdown', 'Pronunciation'].map((kind) => ({
				id: emulator.put('datasets', { displayName: `My ${kind}`, locale: 'en-US', kind }).id,
			})),
		});

		it('refuses it before anything is started, and names both', async () => {
			const run = await train(bothKinds());
			expect(run.error).toMatchObject({
				message: expect.stringMatching(
					/cannot be trained together: dataset 'My LanguageMarkdown' .* dataset 'My Pronunciation'/,
				),
				description: expect.stringContaining("'Allow Pronunciation With Structured Text'"),
			});
			expect(postsTo(emulator, '/models')).toEqual([]);
		});

		it('refuses it in a retraining as well', async () => {
			const datasetIds = bothKinds().datasets.map(({ id }) => id);
			const old = putModel(emulator, { ...resource, datasetIds }, 20);
			const run = await train({ model: { id: old.id } });
			expect(run.error?.message).toMatch(/cannot be trained together/);
			expect(postsTo(emulator, '/models')).toEqual([]);
		});

		it('asks the service all the same when a person wants it', async () => {
			const options = { allowPronunciationWithStructuredText: true };
			await train(bothKinds(), { options });
			const [{ body }] = postsTo(emulator, '/models');
			expect(body.datasets).toHaveLength(2);
		});

		it.each(['perhaps', '={{ ({}) }}', '1'])(
			'refuses a switch of %j, without a request',
			async (allowPronunciationWithStructuredText) => {
				const run = await train(newCase(), { options: { allowPronunciationWithStructuredText } });
				expect(run.error?.message).toMatch(
					/^'Allow Pronunciation With Structured Text' is neither true nor false/,
				);
				expect(emulator.requests()).toEqual([]);
			},
		);
	});

	describe('with audio that is too long', () => {
		const audioCase = (...datasets: Array<Record<string, unknown>>) => ({
			baseModel: {
				id: putBase(emulator, {
					displayName: 'for audio',
					properties: {
						features: { supportsAdaptationsWith: ['Acoustic', 'AudioFiles', 'Language'] },
					},
				}).id,
			},
			datasets: datasets.map((changes, index) => ({
				id: emulator.put('datasets', {
					displayName: `Calls ${index}`,
					locale: 'en-US',
					kind: 'Acoustic',
					...changes,
				}).id,
			})),
		});
		const counted = (n8nAudioFilesUpTo40s: string) => ({
			customProperties: { n8nAudioFilesUpTo40s },
		});

		it('refuses a training of nothing else, beside text or not', async () => {
			for (const more of [[], [{ kind: 'Language' }]]) {
				const run = await train(audioCase(counted('0'), ...more));
				expect(run.error?.message).toMatch(/^Dataset 'Calls 0' .* no audio file of at most 40/);
			}
			expect(postsTo(emulator, '/models')).toEqual([]);
		});

		it.each([
			['some of it is short enough', [counted('0'), counted('1')], /'Calls 0' is longer than 40/],
			['of some nothing is known', [counted('0'), {}], /'Calls 0' is longer than 40/],
			[
				'it is long on average',
				[{ properties: { durationMilliseconds: 900_000, acceptedLineCount: 10 } }],
				/'Calls 0' are 90 seconds long on average/,
			],
		])('trains when %s, and says what is lost', async (_when, datasets, hint) => {
			const run = await train(audioCase(...datasets));
			expect(run.error).toBeUndefined();
			expect(postsTo(emulator, '/models')).toHaveLength(1);
			expect(run.hints.map(({ message }) => message).join()).toMatch(hint);
		});
	});

	describe('from a base model that no endpoint can serve', () => {
		const whisper = (supportsEndpoints: unknown = false) => ({
			id: putBase(emulator, {
				displayName: 'Whisper',
				properties: {
					features: { supportsAdaptationsWith: ['Language', 'Pronunciation'], supportsEndpoints },
				},
			}).id,
		});
		const said = (run: Awaited<ReturnType<typeof train>>) =>
			[...run.hints.map(({ message }) => message), run.outputs[0][0].json.summary as string].join(
				'|',
			);
		const twice = /deployed to an endpoint.*\|.*deployed to an endpoint/;

		it('says so of a new model, in a hint and in the summary', async () => {
			expect(said(await train({ ...newCase(), baseModel: whisper() }))).toMatch(twice);
		});

		it('says so of a model that is retrained', async () => {
			const old = putModel(emulator, resource, 20);
			const run = await train({ model: { id: old.id }, baseModel: whisper() });
			expect(said(run)).toMatch(twice);
		});

		it.each([null, 'false', true])('says nothing when the service says %j', async (value) => {
			const run = await train({ ...newCase(), baseModel: whisper(value) });
			expect(said(run)).not.toMatch(/endpoint/);
		});
	});

	it('says of an endpoint on a base model that there is nothing to train', async () => {
		const expiration = { servedBaseModelId: resource.baseId };
		const run = await train({ model: null, endpoint: { displayName: 'Live' }, expiration });
		expect(run.error?.message).toMatch(/^Endpoint 'Live' uses a base model/);
	});

	it('says before a long wait that training is charged', async () => {
		const base = putBase(emulator, {
			displayName: '20261101',
			properties: { chargeForAdaptation: true },
		});
		const run = await train({ ...newCase(), baseModel: { id: base.id } });
		expect(run.hints.map(({ message }) => message)).toEqual([
			"Azure charges for training from base model '20261101'.",
		]);
		expect(run.outputs[0][0].json).toMatchObject({ model: { charged: true } });
		const again = await train({ ...newCase(), baseModel: { id: base.id } });
		expect(again.outputs[0][0].json).toMatchObject({ model: { reused: true, charged: false } });
	});

	it('knows its own model again when n8n retries the node in mode Fail', async () => {
		emulator.addFault({ method: 'POST', path: /\/models$/, kind: 'dropAfter', times: 1 });
		emulator.addFault({
			method: 'GET',
			path: /\/models$/,
			kind: 'status',
			status: 400,
			times: 3,
			skip: 1,
		});
		const run = await train(
			newCase(),
			{ options: { ifAlreadyTrained: 'fail' } },
			{ retryOnFail: true, maxTries: 2 },
		);
		expect(run.outputs[0][0].json).toMatchObject({ model: { reused: false } });
		expect(emulator.list('models')).toHaveLength(1);
	});

	it('does not let two expiring twins pass for each other', async () => {
		const twins = [1, 2].map(() =>
			putModel(emulator, resource, 10, {
				createdDateTime: inDays(-400),
				customProperties: {},
			}),
		);
		const items = twins.map(({ id }) => ({ json: { model: { id } } }));
		const run = await train({}, {}, { items });
		expect(run.outputs[0][0].json).toMatchObject({ model: { reused: false } });
		expect(twins.map(({ id }) => id)).not.toContain((run.outputs[0][1].json.model as Json).id);
	});

	it('refuses a list of datasets with a gap', async () => {
		const run = await train(
			{},
			{
				operation: 'new',
				datasets: {
					dataset: [
						{ datasetId: byId(resource.datasetIds[0]) },
						{ datasetId: byId('={{ $json.forgotten }}') },
					],
				},
			},
		);
		expect(run.error?.message).toBe("Entry 2 of 2 in 'Datasets' is empty.");
		expect(postsTo(emulator, '/models')).toEqual([]);
	});

	it.each([
		[
			'appears twice',
			[
				{ name: 'a', value: '1' },
				{ name: 'a', value: '2' },
			],
		],
		['is reserved for the node', [{ name: 'n8nTrainingFingerprint', value: 'x' }]],
		['has no value', [{ name: 'a', value: '={{ $json.forgotten }}' }]],
	])('refuses a custom property that %s', async (problem, property) => {
		const run = await train(newCase(), { options: { customProperties: { property } } });
		expect(run.error?.message).toContain(problem);
	});

	it('starts no second model when n8n itself retries the node', async () => {
		emulator.addFault({
			method: 'POST',
			path: '/models',
			kind: 'status',
			status: 409,
			times: 1,
			body: { code: 'Conflict', message: 'Busy' },
		});
		const run = await train(
			newCase(),
			{ options: { ifAlreadyTrained: 'again' } },
			{ retryOnFail: true, maxTries: 3 },
		);
		expect(run.status).toBe('success');
		expect(emulator.list('models')).toHaveLength(1);
	});
});
