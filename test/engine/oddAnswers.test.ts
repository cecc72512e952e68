import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { postsTo, putModel, stockUp, type Resource } from '../support/resource';

describe('an answer that is JSON but not what the service sends', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => await emulator.close());

	const oddly = (path: RegExp, body: unknown, times = 1) =>
		emulator.addFault({ path, kind: 'status', status: 200, body, times });
	const bodies: Array<[string, unknown]> = [
		['an empty object', {}],
		['a polite greeting', { error: 'please sign in' }],
		['no body', ''],
		['values that are no list', { values: { a: 1 } }],
		['a list of nothing', { values: [null] }],
		['an entity without a URL', { values: [{ displayName: 'odd' }] }],
	];

	it.each(bodies)('is never taken for an empty list: %s', async (_what, body) => {
		putModel(emulator, resource, -1);
		oddly(/\/models$/, body);
		const run = await runNode({
			node: new CheckExpiration(),
			credentials: credentialsFor(emulator),
		});
		expect(run.outputs[0]).toHaveLength(1);
	});

	it('never makes a second model out of one that was not listed', async () => {
		const items = [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }];
		const train = async () =>
			await runNode({ node: new TrainModel(), items, credentials: credentialsFor(emulator) });
		await train();
		emulator.addFault({ method: 'GET', path: /\/models$/, kind: 'status', status: 200, body: {} });
		await train();
		expect(emulator.list('models')).toHaveLength(1);
	});

	it('finds the training behind a 201 without a body', async () => {
		emulator.addFault({ method: 'POST', path: /\/models$/, kind: 'malformed', times: 1 });
		const run = await runNode({
			node: new TrainModel(),
			items: [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }],
			credentials: credentialsFor(emulator),
		});
		expect(run.outputs[0][0].json).toMatchObject({ model: { reused: false } });
		expect(postsTo(emulator, '/models')).toHaveLength(1);
	});

	it('keeps a wait going', async () => {
		const model = putModel(emulator, resource, 700);
		oddly(/\/models\//, {});
		const run = await runNode({
			node: new WaitForTraining(),
			items: [{ json: { model: { id: model.id } } }],
			credentials: credentialsFor(emulator),
		});
		expect(run.outputs[0][0].json).toMatchObject({ wait: { outcome: 'succeeded' } });
	});
});

describe('what concerns all items at once', () => {
	it.each([
		[
			'a credential that cannot be used',
			{ endpoint: 'http://speech.example' },
			{},
			/must start with https/,
		],
		[
			'a rule that makes no sense',
			{},
			{ options: { giveUpAfterDays: -1 } },
			/'Give Up After \(Days\)' is not a number .*: -1/,
		],
	])(
		'fails every item under Continue and lets none pass for a success: %s',
		async (_what, credential, parameters, message) => {
			const emulator = await freshEmulator({ seed: 'bare' });
			const run = await runNode({
				node: new WaitForTraining(),
				items: [{ json: { number: 1 } }, { json: { number: 2 } }],
				parameters,
				credentials: credentialsFor(emulator, credential as Record<string, string>),
				onError: 'continueErrorOutput',
			});
			expect(run.outputs[0]).toEqual([]);
			expect(run.outputs[1]).toMatchObject([
				{ json: { number: 1, error: expect.stringMatching(message) } },
				{ json: { number: 2, error: expect.stringMatching(message) } },
			]);
			await emulator.close();
		},
	);

	it('fails each item that asked for the same check', async () => {
		const emulator = await freshEmulator({ seed: 'bare' });
		emulator.denyKey(true);
		const run = await runNode({
			node: new CheckExpiration(),
			items: [{ json: { number: 1 } }, { json: { number: 2 } }],
			credentials: credentialsFor(emulator),
			onError: 'continueErrorOutput',
		});
		expect(run.outputs[2].map(({ json }) => json.number)).toEqual([1, 2]);
		await emulator.close();
	});
});
