import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeRun, type NodeTest } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { postsTo, sentWith } from '../support/sentRequests';
import { heldBinary } from '../support/storedBinary.mts';
import { TwoProcesses, type Done } from '../support/twoProcesses.mts';

const PAIRS = 20;
/** Most that two runs of a pair begin apart, in milliseconds. */
const APART_MS = 60;

/** What is started, where it is listed, and how the node is told to start the one of a number. */
interface Kind {
	collection: 'models' | 'evaluations' | 'endpoints' | 'datasets';
	source: string;
	/** The item's key that the entity is added as. */
	key: string;
	test: (number: number) => Omit<NodeTest, 'node' | 'credentials'>;
}

const seldom = { checkEverySeconds: 3 };

describe('two executions in two processes that start the same within 60 ms', () => {
	let emulator: Emulator;
	let resource: Resource;
	let processes: TwoProcesses;
	beforeAll(async () => {
		processes = await TwoProcesses.start();
	}, 180_000);
	afterAll(async () => {
		await processes.stop();
	});
	beforeEach(async () => {
		const durations = { endpoint: 2_000, evaluation: 2_000, dataset: 2_000 };
		emulator = await freshEmulator({ seed: 'bare', durations });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const item = (json: IDataObject, more: Partial<INodeExecutionData> = {}) => [{ json, ...more }];
	const candidate = (number: number) =>
		putModel(emulator, resource, 700, { displayName: `Candidate ${number}` });
	const kinds: Record<string, Kind> = {
		trainings: {
			collection: 'models',
			source: 'nodes/TrainModel/TrainModel.node.ts',
			key: 'model',
			test: (number) => ({
				items: item({ baseModel: { id: resource.baseId }, datasets: resource.datasetIds }),
				parameters: { displayName: `Training ${number}` },
			}),
		},
		tests: {
			collection: 'evaluations',
			source: 'nodes/TestModel/TestModel.node.ts',
			key: 'test',
			test: (number) => {
				const testDataset = emulator.put('datasets', {
					displayName: `Calls ${number}`,
					locale: 'en-US',
					kind: 'Acoustic',
				});
				const endpoint = emulator.put('endpoints', {
					displayName: 'Live',
					locale: 'en-US',
					model: candidate(1_000 + number).id,
				});
				const ids = { testDataset, endpoint, model: candidate(number) };
				const named = Object.entries(ids).map(([key, { id }]) => [key, { id }]);
				return {
					items: item(Object.fromEntries(named) as IDataObject),
					parameters: { options: seldom },
				};
			},
		},
		endpoints: {
			collection: 'endpoints',
			source: 'nodes/DeployModel/DeployModel.node.ts',
			key: 'endpoint',
			test: (number) => ({
				items: item({ model: { id: candidate(number).id } }),
				parameters: { operation: 'create', options: seldom },
			}),
		},
		datasets: {
			collection: 'datasets',
			source: 'nodes/UploadDataset/UploadDataset.node.ts',
			key: 'dataset',
			test: (number) => ({
				items: item(
					{ locale: 'en-US' },
					{ binary: { data: heldBinary('names.txt', `\ufeffthe sentence number ${number}\n`) } },
				),
				parameters: { options: seldom },
			}),
		},
	};

	const runPairs = async (
		{ source }: Kind,
		tests: Array<Omit<NodeTest, 'node'>>,
		apartMs: number,
	) => {
		const begin = Date.now() + 500;
		return await Promise.all(
			tests.map(async (test, pair) => {
				const apart = Math.round((apartMs * pair) / tests.length);
				return await processes.runPair(source, test, apart, begin + pair * 400);
			}),
		);
	};
	const entityIn = ({ json }: Done, { key }: Kind) => json?.[key] as IDataObject;
	const slowLists = ({ collection }: Kind, delayMs: number) => {
		const path = new RegExp(`/${collection}$`);
		emulator.addFault({ method: 'GET', path, kind: 'slow', delayMs, times: 10_000 });
	};
	const idsIn = ({ collection }: Kind) => emulator.list(collection).map(({ id }) => id);

	it.each(Object.keys(kinds))(
		'take the same one of the %s, and what is left besides a later run deletes',
		async (name) => {
			const kind = kinds[name];
			const tests = Array.from({ length: PAIRS }, (_, number) => ({
				...kind.test(number),
				credentials: credentialsFor(emulator),
			}));
			const before = new Set(idsIn(kind));
			slowLists(kind, 150);
			const pairs = await runPairs(kind, tests, APART_MS);
			expect(postsTo(emulator, `/${kind.collection}`).length).toBeGreaterThan(PAIRS);

			expect(pairs.flat().map(({ error }) => error)).toEqual(Array(2 * PAIRS).fill(undefined));
			const taken = pairs.map((pair) => pair.map((done) => entityIn(done, kind).id));
			for (const [one, other] of taken) expect(one).toBe(other);
			const stay = new Set(taken.flat());
			expect(stay.size).toBe(PAIRS);
			const named = pairs.flat().flatMap((done) => entityIn(done, kind).twin ?? []);
			const left = idsIn(kind).filter((id) => !before.has(id) && !stay.has(id));
			expect(left.sort()).toEqual(named.sort());

			emulator.advance(86_400_000);
			await Promise.all(tests.map(async (test) => await processes.runOne(kind.source, test)));
			expect(new Set(idsIn(kind).filter((id) => !before.has(id)))).toEqual(stay);
		},
		300_000,
	);

	it('take the same one although lists show late what was made', async () => {
		const kind = kinds.trainings;
		emulator.setQuirks({ madeIsListed: 'late' });
		const tests = [1, 2, 3, 4, 5].map((number) => ({
			...kind.test(number),
			credentials: credentialsFor(emulator),
		}));
		const pairs = await runPairs(kind, tests, APART_MS);
		for (const [one, other] of pairs) {
			expect(entityIn(one, kind).id).toBe(entityIn(other, kind).id);
		}
	}, 120_000);
});

describe('executions that train the same at once', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
		// Each has looked before any of them starts.
		emulator.addFault({ method: 'GET', path: /\/models$/, kind: 'slow', delayMs: 400, times: 3 });
	});
	afterEach(async () => {
		await emulator.close();
	});

	const train = async (options: IDataObject = {}) =>
		await runNode({
			node: new TrainModel(),
			items: [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }],
			parameters: { options } as NodeTest['parameters'],
			credentials: credentialsFor(emulator),
		});
	const together = async (count: number, options: IDataObject = {}) =>
		await Promise.all(Array.from({ length: count }, async () => await train(options)));
	const modelOf = ({ outputs }: NodeRun) =>
		outputs[0][0].json.model as IDataObject & { id: string };
	const twinsOf = (runs: NodeRun[]) =>
		runs.map((run) => modelOf(run).twin).filter((twin) => typeof twin === 'string');
	const deletions = () => sentWith(emulator, 'DELETE').map(({ path }) => path.split('/').at(-1));
	const end = () => {
		for (const { id, status } of emulator.list('models')) {
			if (status !== 'Succeeded') emulator.finish('models', id);
		}
		emulator.clearRequests();
	};

	it('agree on one when they are three', async () => {
		const runs = await together(3);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(new Set(runs.map((run) => modelOf(run).id)).size).toBe(1);
		expect(twinsOf(runs)).toHaveLength(2);
		end();
		await train();
		expect(emulator.list('models')).toHaveLength(1);
	});

	it('say which one is left, in the item and above the output', async () => {
		const runs = await together(2);
		const [loser] = runs.filter((run) => modelOf(run).twin !== undefined);
		const text = `the duplicate (ID ${twinsOf(runs)[0]}) remains`;
		expect(loser.outputs[0][0].json.summary).toContain(text);
		expect(loser.hints.map(({ message }) => message).join(' ')).toContain(text);
		expect(modelOf(loser).reused).toBe(true);
	});

	it('agree when an answer is lost as well', async () => {
		emulator.addFault({ method: 'POST', path: /\/models$/, kind: 'dropAfter', times: 2 });
		const runs = await together(2);
		expect(new Set(runs.map((run) => modelOf(run).id)).size).toBe(1);
		end();
		await train();
		expect(emulator.list('models')).toHaveLength(1);
	});

	it('keep all of them, and delete nothing, under Train Again', async () => {
		const runs = await together(2, { ifAlreadyTrained: 'again' });
		expect(new Set(runs.map((run) => modelOf(run).id)).size).toBe(2);
		end();
		await train();
		expect(emulator.list('models')).toHaveLength(2);
		expect(deletions()).toEqual([]);
	});

	it.each([
		['an endpoint', (id: string) => emulator.put('endpoints', { displayName: 'E', model: id })],
		['a test', (id: string) => emulator.put('evaluations', { displayName: 'T', model2: id })],
		[
			'a model retrained from it',
			(id: string) =>
				putModel(emulator, resource, 700, { customProperties: { n8nRetrainedFrom: id } }),
		],
		[
			'an endpoint that may be rolled back to it',
			(id: string) =>
				emulator.put('endpoints', {
					displayName: 'E',
					customProperties: { n8nPreviousModel: `models/${id}` },
				}),
		],
	])('leave a twin that %s refers to', async (_what, refer) => {
		const [twin] = twinsOf(await together(2));
		end();
		refer(twin);
		await train();
		expect(deletions()).toEqual([]);
		expect(emulator.get('models', twin)).toBeDefined();
	});

	it('delete no twin whose marks are gone, nor one that runs', async () => {
		const runs = await together(2);
		const [twin] = twinsOf(runs);
		emulator.finish('models', modelOf(runs[0]).id);
		emulator.clearRequests();
		await train();
		expect(emulator.get('models', twin)).toBeDefined();
		emulator.remove('models', twin);
		emulator.put('models', { displayName: 'Custom model en-US (base 20260912)', locale: 'en-US' });
		emulator.clearRequests();
		await train();
		expect(deletions()).toEqual([]);
		expect(emulator.list('models')).toHaveLength(2);
	});

	it('use the twin when the oldest has failed', async () => {
		const runs = await together(2);
		const [twin] = twinsOf(runs);
		emulator.finish('models', modelOf(runs[0]).id, 'Failed');
		emulator.finish('models', twin);
		expect(modelOf(await train())).toMatchObject({ id: twin, reused: true });
		expect(emulator.get('models', twin)).toBeDefined();
	});

	it.each([
		['to delete', { method: 'DELETE', path: /\/models\// }],
		['to mark', { method: 'PATCH', path: /\/models\// }],
		['to look once more', { method: 'GET', path: /\/models$/, skip: 3 }],
	])('succeed without a word of failure when they are not allowed %s', async (_what, fault) => {
		emulator.addFault({ ...fault, kind: 'status', status: 403, times: 20 });
		const runs = await together(2);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(emulator.list('models')).toHaveLength(2);
	});
});
