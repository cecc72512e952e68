import type { IBinaryData, IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { LIMIT } from '../../nodes/shared/api/policies';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, runWorkflow, type NodeRun, type NodeTest } from '../support/engine';
import { putBase, putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { defined } from '../support/defined';
import { heldEntity } from '../support/heldEntity';

const MANY = 200;
const NOBODY = '11111111-1111-4111-8111-111111111111';

const numbers = [...Array(MANY).keys()];

/** Makes an object throw on any change, however deep. */
function frozen<T extends object>(value: T): T {
	for (const inner of Object.values(value)) {
		if (typeof inner === 'object' && inner !== null) frozen(inner);
	}
	return Object.freeze(value);
}

/** Items that carry more than the node needs: a number, something nested, a file. */
function itemsOf(json: (number: number) => IDataObject, count = MANY): INodeExecutionData[] {
	return numbers.slice(0, count).map((number) => {
		const data = Buffer.from(`file ${number}`).toString('base64');
		const file: IBinaryData = { data, mimeType: 'text/plain', fileName: `${number}.txt` };
		const extra = { number, nested: { list: [number, { deep: true }] } };
		return frozen({ json: { ...extra, ...json(number) }, binary: { data: file } });
	});
}

/** The pages of a list. */
const pagesOf = (entities: number) => Math.ceil(entities / 100);

/** The number an item was made with: tells which item it came from. */
const numberOf = ({ json }: INodeExecutionData) => json.number as number;

/** Checks that items have all they came with, and point at where they came from. */
function expectGrown(outputs: INodeExecutionData[], inputs: INodeExecutionData[]): void {
	for (const output of outputs) {
		const input = inputs[numberOf(output)];
		expect(output.json).toMatchObject(input.json);
		expect(output.binary).toEqual(input.binary);
		expect(output.pairedItem).toEqual({ item: numberOf(output) });
	}
}

describe('with many items', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 0 });
		resource = stockUp(emulator);
		// This resource takes any number of requests; rateLimit.test.ts shows one that does not, in real time.
		jest.replaceProperty(LIMIT, 'requests', Infinity);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await emulator.close();
	});

	const run = async (node: INodeType, items: INodeExecutionData[], more: Partial<NodeTest> = {}) =>
		await runNode({ node, items, credentials: credentialsFor(emulator), ...more });

	const successful = async (...args: Parameters<typeof run>): Promise<NodeRun> => {
		const done = await run(...args);
		expect(done.error).toBeUndefined();
		expect(done.status).toBe('success');
		return done;
	};

	/** How often each path was asked, as "GET /models". */
	function requestCounts(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const { method, path } of emulator.requests()) {
			const name = `${method} ${path}`;
			counts[name] = (counts[name] ?? 0) + 1;
		}
		return counts;
	}

	const caseOf = (json: IDataObject) => ({
		baseModel: { id: resource.baseId },
		datasets: resource.datasetIds,
		...json,
	});

	const modelsInUse = (entity: IDataObject = {}) =>
		numbers.map((number) =>
			putModel(emulator, resource, 400, { displayName: `M${number}`, ...entity }),
		);

	/** Models of which every other one is about to expire, the first included. */
	const modelsByTurns = (count: number) =>
		numbers.slice(0, count).map((number) => putModel(emulator, resource, number % 2 ? 400 : 10));

	describe('Select Baseline', () => {
		it('grows every item in place, from one list for the one locale', async () => {
			const items = itemsOf(() => ({ locale: 'en-US' }));
			const { outputs } = await successful(new SelectBaseline(), items);
			expect(outputs[0].map(numberOf)).toEqual(numbers);
			expectGrown(outputs[0], items);
			expect(outputs[0][MANY - 1].json.baseModel).toMatchObject({ id: resource.baseId });
			// base models do not change during a run, so the list of a locale is read once
			expect(requestCounts()).toEqual({ 'GET /models/base': 1 });
		});

		it('reads one list for each locale, and each dataset once', async () => {
			const locales = ['en-US', 'de-DE', 'en-GB'];
			for (const locale of locales)
				putBase(emulator, { displayName: `20260912 ${locale}`, locale });
			const items = itemsOf((number) => ({
				locale: locales[number % 3],
				datasets: resource.datasetIds,
			}));
			const { outputs } = await successful(new SelectBaseline(), items);
			for (const { json } of outputs[0]) {
				expect(json.baseModel).toMatchObject({ locale: json.locale });
			}
			const [one, other] = resource.datasetIds;
			expect(requestCounts()).toEqual({
				'GET /models/base': 3,
				[`GET /datasets/${one}`]: 1,
				[`GET /datasets/${other}`]: 1,
			});
		});
	});

	describe('Train Model', () => {
		const named = { displayName: '={{ "Model " + $json.number }}' };

		it('grows every item in place, each with a training of its own', async () => {
			const items = itemsOf(() => caseOf({}));
			const { outputs } = await successful(new TrainModel(), items, { parameters: named });
			expect(outputs[0].map(numberOf)).toEqual(numbers);
			expectGrown(outputs[0], items);
			for (const { json } of outputs[0]) {
				expect(json.model).toMatchObject({ displayName: `Model ${json.number as number}` });
			}
			const [one, other] = resource.datasetIds;
			// what is trained from is read once; each training looks for itself, then is posted; then all look once for twins
			expect(requestCounts()).toEqual({
				[`GET /models/base/${resource.baseId}`]: 1,
				[`GET /datasets/${one}`]: 1,
				[`GET /datasets/${other}`]: 1,
				'GET /models': MANY + pagesOf(MANY),
				'POST /models': MANY,
			});
			expect(emulator.list('models')).toHaveLength(MANY);
		});

		it('trains once for items that ask for the same', async () => {
			const items = itemsOf(() => caseOf({}));
			const { outputs } = await successful(new TrainModel(), items);
			expect(outputs[0].map(numberOf)).toEqual(numbers);
			const ids = outputs[0].map(({ json }) => (json.model as IDataObject).id);
			expect(new Set(ids).size).toBe(1);
			expect(postsTo(emulator, '/models')).toHaveLength(1);
		});

		it('reads more than 4 datasets by one list', async () => {
			const more = [1, 2, 3].map((number) =>
				emulator.put('datasets', { displayName: `More ${number}` }),
			);
			const datasets = [...resource.datasetIds, ...more.map(({ id }) => id)];
			const items = itemsOf(() => caseOf({ datasets }), 10);
			await successful(new TrainModel(), items, { parameters: named });
			expect(requestCounts()).toEqual({
				[`GET /models/base/${resource.baseId}`]: 1,
				'GET /datasets': 1,
				'GET /models': 10 + 1,
				'POST /models': 10,
			});
		});
	});

	describe('Wait For Training', () => {
		it('grows every item in place, by list calls', async () => {
			const models = modelsInUse({ status: 'Running' });
			const items = itemsOf((number) => ({ model: { id: models[number].id } }));
			// 40 minutes of training pass in about half a second
			emulator.setSpeed(5000);
			const { outputs } = await successful(new WaitForTraining(), items, {
				parameters: { options: { checkEverySeconds: 1 } },
			});
			expect(outputs[0].map(numberOf)).toEqual(numbers);
			expectGrown(outputs[0], items);
			for (const { json } of outputs[0]) {
				expect(json.model).toMatchObject({ status: 'Succeeded' });
				expect(json.wait).toMatchObject({ outcome: 'succeeded' });
			}
			const looks = Math.max(
				...outputs[0].map(({ json }) => (json.wait as { checks: number }).checks),
			);
			// 200 models stand on 2 pages; one by one it would be 200 requests a look
			expect(requestCounts()).toEqual({ 'GET /models': 2 * looks });
		});

		it('asks once for all items that wait for the same model', async () => {
			const [model] = modelsInUse();
			const items = itemsOf(() => ({ model: { id: model.id } }));
			const { outputs } = await successful(new WaitForTraining(), items);
			expect(outputs[0].map(numberOf)).toEqual(numbers);
			expect(requestCounts()).toEqual({ [`GET /models/${model.id}`]: 1 });
		});

		it('looks at each kind of thing by itself', async () => {
			const dataset = emulator.put('datasets', { displayName: 'Products' });
			const [model] = modelsInUse();
			const endpoint = emulator.put('endpoints', { displayName: 'Live', model: model.id });
			const kinds = [{ dataset: { id: dataset.id } }, { endpoint: { id: endpoint.id } }];
			const items = itemsOf((number) => kinds[number % 2]);
			const { outputs } = await successful(new WaitForTraining(), items);
			expect(outputs[0].map(numberOf)).toEqual(numbers);
			expectGrown(outputs[0], items);
			expect(requestCounts()).toEqual({
				[`GET /datasets/${dataset.id}`]: 1,
				[`GET /endpoints/${endpoint.id}`]: 1,
			});
		});
	});

	describe('Check Expiration', () => {
		it('checks the resource once, whatever the number of items, by 3 lists', async () => {
			putModel(emulator, resource, 10);
			putModel(emulator, resource, 400);
			const items = itemsOf(() => ({}));
			const { outputs } = await successful(new CheckExpiration(), items);
			expect(outputs.map((found) => found.length)).toEqual([1, 1]);
			expect(outputs.flat().map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 0 },
			]);
			// models, endpoints and base models: the dates, the users and the successors
			expect(requestCounts()).toEqual({
				'GET /models': 1,
				'GET /endpoints': 1,
				'GET /models/base': 1,
			});
		});

		it('sends every item of One Model to its output, in order', async () => {
			const models = modelsByTurns(MANY);
			const items = itemsOf((number) => ({ model: { id: models[number].id } }));
			const parameters = { operation: 'model' };
			const { outputs } = await successful(new CheckExpiration(), items, { parameters });
			const [needsRetraining, stillFine] = outputs.map((found) => found.map(numberOf));
			const some = numbers.slice(0);
			expect(needsRetraining).toEqual(some.filter((number) => number % 2 === 0));
			expect(stillFine).toEqual(some.filter((number) => number % 2 === 1));
			expectGrown(outputs.flat(), items);
			// the same 3 lists, one of them on two pages; one by one it would be a request for each item
			expect(requestCounts()).toEqual({
				'GET /models': 2,
				'GET /endpoints': 1,
				'GET /models/base': 1,
			});
		});
	});

	describe('of which some are bad, under Continue (using error output),', () => {
		const isBad = (number: number) => number % 5 === 0;

		/** Good items grown on their way, bad ones on the error output as they came, with the reason. */
		function expectSorted(ways: INodeExecutionData[][], inputs: INodeExecutionData[], why: RegExp) {
			const failed = defined(ways.at(-1));
			const passed = ways.slice(0, -1).flat();
			const all = numbers.slice(0, inputs.length);
			expect(passed.map(numberOf).sort((one, other) => one - other)).toEqual(
				all.filter((number) => !isBad(number)),
			);
			expect(failed.map(numberOf)).toEqual(all.filter(isBad));
			expectGrown(passed, inputs);
			expectGrown(failed, inputs);
			for (const { json } of failed) {
				expect(json.error).toMatch(why);
				expect(json.error).toMatch(/\.$/);
				expect(json.error).not.toMatch(/undefined|\[object|NaN/);
			}
			for (const { json } of passed) expect(json).not.toHaveProperty('error');
		}

		it.each([
			['a locale that is none', { locale: 'nonsense' }, /^'Locale' is not a locale: 'nonsense'\./],
			['a locale without base models', { locale: 'fr-FR' }, /has no base model for .* 'fr-FR'\./],
			['no locale', {}, /^'Locale' is empty\. The incoming item has no 'locale'/],
			[
				'an unknown dataset',
				{ locale: 'en-US', datasets: [NOBODY] },
				/^The dataset in '(Datasets|datasets of the incoming item)' does not exist in this resource: 11111111/,
			],
		])('Select Baseline sorts out items with %s', async (_what, json, why) => {
			const items = itemsOf((number) => (isBad(number) ? json : { locale: 'en-US' }));
			const { outputs } = await successful(new SelectBaseline(), items, {
				onError: 'continueErrorOutput',
			});
			expectSorted(outputs, items, why);
		});

		it.each([
			['no datasets', () => ({}), /^No datasets to train with: the incoming item has none\./],
			[
				'an unknown dataset',
				() => caseOf({ datasets: [NOBODY] }),
				/^The dataset in '(Datasets|datasets of the incoming item)' does not exist in this resource: 11111111/,
			],
			[
				'an unknown base model',
				() => caseOf({ baseModel: { id: NOBODY } }),
				/^The base model in 'Base Model' does not exist in this resource: 11111111/,
			],
			[
				'a dataset of another locale',
				() => caseOf({ datasets: [emulator.put('datasets', { locale: 'de-DE' }).id] }),
				/has the locale en-US, but the datasets have de-DE\./,
			],
		])('Train Model sorts out items with %s', async (_what, json, why) => {
			const items = itemsOf((number) => (isBad(number) ? json() : caseOf({})));
			const { outputs } = await successful(new TrainModel(), items, {
				onError: 'continueErrorOutput',
			});
			expectSorted(outputs, items, why);
			expect(postsTo(emulator, '/models')).toHaveLength(1);
		});

		it.each([
			['nothing to wait for', () => ({}), /^The incoming item has nothing to wait for: no model/],
			[
				'a model that is not there',
				() => ({ model: { id: NOBODY } }),
				/^There is no model 11111111-\S+ in Azure: it was deleted or never existed\./,
			],
			[
				'a model that failed',
				() => ({ model: { id: putModel(emulator, resource, null, { status: 'Failed' }).id } }),
				/^The training of model 'Retail en-US' failed in Azure: InternalServerError: The job failed\./,
			],
		])('Wait For Training sorts out items with %s', async (_what, json, why) => {
			const models = modelsInUse();
			const items = itemsOf((number) =>
				isBad(number) ? json() : { model: { id: models[number].id } },
			);
			const { outputs } = await successful(new WaitForTraining(), items, {
				onError: 'continueErrorOutput',
			});
			expectSorted(outputs, items, why);
		});

		it.each([
			['no model', {}, /^'Model' is empty\. The incoming item has no 'model'\./],
			['something else', { model: { id: 'x' } }, /^'Model' is not the ID or URL of a custom model/],
		])('Check Expiration sorts out items with %s', async (_what, json, why) => {
			const models = modelsByTurns(MANY);
			const items = itemsOf((number) =>
				isBad(number) ? json : { model: { id: models[number].id } },
			);
			const { outputs } = await successful(new CheckExpiration(), items, {
				parameters: { operation: 'model' },
				onError: 'continueErrorOutput',
			});
			expect(outputs).toHaveLength(3);
			expectSorted(outputs, items, why);
		});
	});

	describe('or none', () => {
		it.each([
			['Select Baseline', new SelectBaseline()],
			['Train Model', new TrainModel()],
			['Wait For Training', new WaitForTraining()],
			['Check Expiration', new CheckExpiration()],
		])('%s has nothing to do and asks for nothing', async (_name, node) => {
			const { outputs } = await successful(node, []);
			expect(outputs.flat()).toEqual([]);
			expect(emulator.requests()).toEqual([]);
		});
	});

	describe('of which one lacks what the node reads', () => {
		it.each([
			[
				'Select Baseline',
				new SelectBaseline(),
				{},
				"'Locale' is empty.",
				/no 'locale', 'model' or/,
			],
			[
				'Train Model',
				new TrainModel(),
				{},
				/^No datasets to train with: the inc/,
				/'Source' to New/,
			],
			['Wait For Training', new WaitForTraining(), {}, /has nothing to wait for/, /'Wait For'/],
			[
				'Wait For Training, set to Model,',
				new WaitForTraining(),
				{ operation: 'model' },
				"'Model' is empty.",
				/has no model/,
			],
			[
				'Check Expiration, set to One Model,',
				new CheckExpiration(),
				{ operation: 'model' },
				"'Model' is empty.",
				/has no 'model'/,
			],
		])(
			'%s says what is missing and in which item',
			async (_name, node, parameters, message, way) => {
				const { id } = putModel(emulator, resource, 400);
				const whole = caseOf({ locale: 'en-US', model: { id } });
				const { status, error } = await run(node, [{ json: whole }, { json: {} }], { parameters });
				expect(status).toBe('error');
				expect(error).toMatchObject({
					message: expect.stringMatching(message),
					description: expect.stringMatching(way),
					context: { itemIndex: 1 },
				});
			},
		);
	});
});

describe('with Simplify off everywhere', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'demo', speed: 100_000 });
	});
	afterEach(async () => {
		await emulator.close();
	});

	/** An entity as the service shows it; the emulator's handle adds its id. */
	const raw = (name: string, id: string) => {
		const entity = { ...heldEntity(emulator, name, id) };
		Reflect.deleteProperty(entity, 'id');
		return entity;
	};
	const idIn = (entity: unknown) =>
		defined(/[0-9a-f-]{36}/.exec((entity as { self: string }).self))[0];

	it.each([
		['with datasets', []],
		['that finds what to retrain', [{ node: new CheckExpiration() }]],
	])('a row %s works and hands on untouched entities', async (_what, before) => {
		const datasets = emulator.list('datasets').map(({ id }) => id);
		const items = before.length > 0 ? [{ json: {} }] : [{ json: { locale: 'en-US', datasets } }];
		const unsimplified = { simplify: false };
		const run = await runWorkflow({
			nodes: [
				...before.map((placed) => ({ ...placed, parameters: unsimplified })),
				{ node: new SelectBaseline(), parameters: unsimplified },
				{ node: new TrainModel(), parameters: unsimplified },
				{
					node: new WaitForTraining(),
					parameters: { ...unsimplified, options: { checkEverySeconds: 1 } },
				},
			],
			items,
			credentials: credentialsFor(emulator),
		});
		expect(run.error).toBeUndefined();
		const [[{ json }]] = run.of('Wait For Training').outputs;
		expect(json.baseModel).toEqual(raw('baseModels', idIn(json.baseModel)));
		expect(json.model).toEqual(raw('models', idIn(json.model)));
		expect(json.model).toMatchObject({ status: 'Succeeded', baseModel: expect.anything() });
		const { baseModel } = json.model as { baseModel: unknown };
		expect(idIn(baseModel)).toBe(idIn(json.baseModel));
		expect(json.summary).toMatch(/ was trained in 40 min.*; usable until \d{4}-\d\d-\d\d\.$/);
	});
});
