import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch, runNode } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { loadContract } from './contract.mts';
import { byId } from '../support/locator';

const contract = loadContract();

/** Every operation of the service the nodes ever call. */
const OPERATIONS = [
	'Datasets_Get',
	'Datasets_List',
	'Endpoints_Create',
	'Endpoints_Get',
	'Endpoints_List',
	'Endpoints_Update',
	'Evaluations_Create',
	'Evaluations_Get',
	'Evaluations_List',
	'Evaluations_ListFiles',
	'Models_Create',
	'Models_GetBaseModel',
	'Models_GetCustomModel',
	'Models_ListBaseModels',
	'Models_ListCustomModels',
	'Models_ListSupportedLocales',
	'Operations_GetModelCopy',
	'Projects_Get',
	'Projects_List',
];

describe.each(['2025-10-15', '2024-11-15'])(
	'the nodes and the contract, version %s:',
	(version) => {
		driveAll(contract, version);
	},
);

function driveAll(check: typeof contract, version: string): void {
	const hasProjects = version === '2025-10-15';
	const driven = new Set<string>();
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const credentials = () => credentialsFor(emulator, { apiVersion: version });

	async function run(node: INodeType, jsons: IDataObject[], parameters: INodeParameters = {}) {
		const items = jsons.map((json) => ({ json }));
		const done = await runNode({ node, items, parameters, credentials: credentials() });
		expect(done.error).toBeUndefined();
		return done.outputs;
	}

	/** Checks all the emulator was asked since it started. */
	function expectInOrder(): void {
		const requests = emulator.requests();
		expect(requests).not.toEqual([]);
		for (const request of requests) {
			const what = `${request.method} ${request.path}`;
			expect([what, check.validateRequest(request)]).toEqual([what, []]);
			driven.add(String(check.operationId(request.method, request.path)));
		}
	}

	const newCase = (): IDataObject => ({
		baseModel: { id: resource.baseId },
		datasets: resource.datasetIds,
	});

	const allOptions = (): INodeParameters => ({
		displayName: 'O\'Brien "quoted" שלום',
		options: {
			customModelWeightPercent: 70,
			description: 'For the shop',
			ifAlreadyTrained: 'again',
			customProperties: {
				property: [...Array(8).keys()].map((number) => ({
					name: `${number}`.repeat(64),
					value: `${number}`.repeat(256),
				})),
			},
			...(hasProjects && { projectId: byId(emulator.put('projects').id) }),
		},
	});

	it.each<[string, () => INodeParameters, () => IDataObject]>([
		['the newest base model that fits', () => ({}), () => ({ locale: 'en-US', ...newCase() })],
		[
			'a specific base model',
			() => ({ operation: 'specific', baseModelId: byId(resource.baseId) }),
			() => ({ locale: 'en-US' }),
		],
		[
			'a base model for the data of a model',
			() => ({}),
			() => ({ model: { locale: 'en-US', datasetIds: resource.datasetIds } }),
		],
		[
			'a base model for many datasets',
			() => ({}),
			() => ({
				locale: 'en-US',
				datasets: [...Array(5).keys()].map(() => emulator.put('datasets').id),
			}),
		],
	])('Select Baseline picks %s', async (_what, parameters, json) => {
		await run(new SelectBaseline(), [json()], parameters());
		expectInOrder();
	});

	it.each<[string, () => INodeParameters, () => IDataObject]>([
		['from an item', () => ({}), newCase],
		['with all options', allOptions, newCase],
		['from the default base model', () => ({}), () => ({ datasets: resource.datasetIds })],
		[
			'from datasets picked in the node',
			() => ({
				operation: 'new',
				datasets: { dataset: resource.datasetIds.map((id) => ({ datasetId: byId(id) })) },
			}),
			() => ({}),
		],
		[
			'from many datasets',
			() => ({}),
			() => ({ datasets: [...Array(5).keys()].map(() => emulator.put('datasets').id) }),
		],
		[
			'from a model, with all it has',
			() => ({}),
			() => ({
				...newCase(),
				datasets: [],
				model: {
					id: putModel(emulator, resource, 20, {
						description: 'Old',
						project: emulator.put('projects').id,
						customProperties: { team: 'retail' },
					}).id,
				},
			}),
		],
		[
			'from a model picked in the node, with all options',
			() => ({
				...allOptions(),
				operation: 'retrain',
				modelId: byId(putModel(emulator, resource, 20).id),
			}),
			() => ({}),
		],
	])('Train Model trains %s', async (_what, parameters, json) => {
		await run(new TrainModel(), [json()], parameters());
		expect(emulator.requests().map(({ method }) => method)).toContain('POST');
		expectInOrder();
	});

	it('Train Model uses what was trained before', async () => {
		await run(new TrainModel(), [newCase(), newCase()]);
		expect(emulator.list('models')).toHaveLength(1);
		expectInOrder();
	});

	it('Train Model looks for what a lost answer has started', async () => {
		emulator.addFault({ kind: 'dropAfter', method: 'POST', path: '/models' });
		await run(new TrainModel(), [newCase()]);
		expect(emulator.list('models')).toHaveLength(1);
		expectInOrder();
	});

	it.each([
		['model', 'models', 'model'],
		['dataset', 'datasets', 'dataset'],
		['endpoint', 'endpoints', 'endpoint'],
		['evaluation', 'evaluations', 'test'],
		['modelCopy', 'operations', 'modelCopy'],
	])('Wait For Training waits for one %s and for six', async (operation, collection, caseKey) => {
		const model = putModel(emulator, resource, 400);
		const [dataset] = resource.datasetIds;
		const refs: IDataObject = {
			endpoints: { model: model.id },
			evaluations: { model1: model.id, model2: resource.baseId, dataset },
		};
		const put = () => {
			const { id } = emulator.put(collection, {
				status: 'Running',
				...(refs[collection] as object),
			});
			return { [caseKey]: { id } };
		};
		const options = { checkEverySeconds: 1 };
		// slow enough for several looks, which are narrowed by date from the second on
		emulator.setSpeed(20_000);
		await run(new WaitForTraining(), [put()], { options });
		await run(new WaitForTraining(), [...Array(6).keys()].map(put), { operation, options });
		expectInOrder();
	});

	it('Wait For Training narrows its lists by date', async () => {
		const models = [...Array(6).keys()].map(() =>
			putModel(emulator, resource, null, { status: 'Running' }),
		);
		emulator.setSpeed(0);
		const options = { checkEverySeconds: 1, giveUpAfterDays: 0.1 / 86_400 };
		const items = models.map(({ id }) => ({ json: { model: { id } } }));
		const { status } = await runNode({
			node: new WaitForTraining(),
			items,
			parameters: { options },
			credentials: credentials(),
		});
		expect(status).toBe('error');
		const filters = emulator
			.requests()
			.map(({ query }) => (typeof query.filter === 'string' ? query.filter : ''));
		expect(filters.at(-1)).toMatch(/^createdDateTime ge \d{4}-\d\d-\d\dT/);
		expectInOrder();
	});

	it.each<[string, () => INodeParameters]>([
		['all models and endpoints', () => ({})],
		['endpoints only', () => ({ operation: 'endpoints', warnWithinDays: 0 })],
		['one model', () => ({ operation: 'model' })],
		[
			'a locale and a project',
			() => ({
				filters: {
					locale: byId('en-US'),
					...(hasProjects && { projectId: byId(emulator.put('projects').id) }),
				},
			}),
		],
	])('Check Expiration checks %s', async (_what, parameters) => {
		const { id } = putModel(emulator, resource, 20);
		emulator.put('endpoints', { model: id });
		await run(new CheckExpiration(), [{ model: { id } }], parameters());
		expectInOrder();
	});

	const deployCase = (): IDataObject => {
		const served = putModel(emulator, resource, 20).id;
		return {
			model: { id: putModel(emulator, resource, 400).id },
			endpoint: { id: emulator.put('endpoints', { model: served }).id },
			testDataset: { id: emulator.put('datasets', { kind: 'Acoustic' }).id },
		};
	};
	const ownProject = () => (hasProjects ? { projectId: byId(emulator.put('projects').id) } : {});
	const often = { checkEverySeconds: 1 };

	it.each<[string, () => INodeParameters]>([
		['against the model of an endpoint', () => ({})],
		['against its base model', () => ({ compareWith: 'base' })],
		['for listening, in a project', () => ({ operation: 'inspect', options: ownProject() })],
	])('Test Model tests %s', async (_what, parameters) => {
		emulator.setSpeed(20_000);
		const { options, ...others } = parameters();
		const all = { ...others, options: { ...often, ...(options as INodeParameters) } };
		await run(new TestModel(), [deployCase()], all);
		expect(emulator.list('evaluations')).toHaveLength(1);
		expectInOrder();
	});

	it('Test Model reads what an endpoint with an expired model answers with', async () => {
		emulator.setSpeed(20_000);
		const expired = putModel(emulator, resource, -1).id;
		const endpoint = emulator.put('endpoints', { model: expired });
		const json = { ...deployCase(), endpoint: { id: endpoint.id } };
		await run(new TestModel(), [json], { options: often });
		expectInOrder();
	});

	it('Deploy Model updates an endpoint and rolls it back', async () => {
		emulator.setSpeed(20_000);
		const json = deployCase();
		await run(new DeployModel(), [json], { options: often });
		await run(new DeployModel(), [json], { operation: 'rollBack', options: often });
		expectInOrder();
	});

	it('Deploy Model takes a failed change back', async () => {
		emulator.setSpeed(20_000);
		emulator.setOutcome({ collection: 'endpoints', status: 'Failed', times: 1 });
		const { status } = await runNode({
			node: new DeployModel(),
			items: [{ json: deployCase() }],
			parameters: { options: often },
			credentials: credentials(),
		});
		expect(status).toBe('error');
		expectInOrder();
	});

	it('Deploy Model creates an endpoint', async () => {
		emulator.setSpeed(20_000);
		emulator.setQuirks({ byos: true });
		const options = { ...often, ...ownProject(), loggingEnabled: true };
		await run(new DeployModel(), [deployCase()], { operation: 'create', options });
		expectInOrder();
	});

	const lists = Object.keys(new SelectBaseline().methods.listSearch);
	it.each(lists.filter((method) => hasProjects || method !== 'searchProjects'))(
		'%s opens a list, narrowed and page by page',
		async (method) => {
			for (let number = 0; number < 101; number++) {
				for (const name of ['models', 'baseModels', 'datasets', 'endpoints', 'evaluations']) {
					emulator.put(name, { kind: name === 'datasets' ? 'Acoustic' : undefined });
				}
				emulator.put('projects');
			}
			for (const locale of ['', 'en-US']) {
				const parameters = { locale: byId(locale) };
				const around = { credentials: credentials(), parameters };
				const node = new SelectBaseline();
				const first = await callListSearch(node, method, undefined, undefined, around);
				const token = first.paginationToken;
				expect(Boolean(token)).toBe(method !== 'searchLocales');
				if (token) await callListSearch(node, method, undefined, token, around);
			}
			expectInOrder();
		},
	);

	it('the nodes have called all they ever call, and nothing else', () => {
		const expected = OPERATIONS.filter((id) => hasProjects || !id.startsWith('Projects_'));
		expect([...driven].sort()).toEqual(expected);
	});

	it('a request changed by one word would be noticed', async () => {
		await run(new TrainModel(), [newCase()]);
		const requests = emulator.requests();
		expect(requests.length).toBeGreaterThan(3);
		for (const request of requests) {
			expect(check.validateRequest(request)).toEqual([]);
			const spoilt = [
				{ ...request, path: `${request.path}s` },
				{ ...request, query: {} },
				{ ...request, query: { ...request.query, $top: 1 } },
				{ ...request, body: { ...(request.body as object | undefined), text: 'x' } },
			];
			for (const wrong of spoilt) expect(check.validateRequest(wrong)).not.toEqual([]);
		}
	});
}
