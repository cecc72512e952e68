import type { INodeExecutionData } from 'n8n-workflow';

import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { inDays, putBase, putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { byId } from '../support/locator';

type Json = INodeExecutionData['json'];
type Run = Awaited<ReturnType<typeof runNode>>;

interface Tested {
	test: Json & { id: string; reference: Json };
	summary: string;
}

/** Looks often, so that tests need not wait for the plan made for days, and reads no result files. */
const quick = { checkEverySeconds: 1, worstUtterances: 0, report: 'never' };

describe('Test Model, run again once its endpoint is set to the model', () => {
	let emulator: Emulator;
	let resource: Resource;
	let old: { id: string };
	let fresh: { id: string };
	let endpoint: { id: string };
	let testDataset: { id: string };

	beforeEach(async () => {
		emulator = await freshEmulator({
			seed: 'bare',
			durations: { evaluation: 0, endpoint: 0 },
		});
		resource = stockUp(emulator);
		old = putModel(emulator, resource, 20, { displayName: 'Retail old' });
		fresh = putModel(emulator, resource, 700, { displayName: 'Retail new' });
		endpoint = putEndpoint({});
		testDataset = emulator.put('datasets', {
			displayName: 'Calls of October',
			locale: 'en-US',
			kind: 'Acoustic',
		});
		emulator.setOutcome({
			collection: 'evaluations',
			properties: {
				wordErrorRate1: 0.1,
				wordErrorRate2: 0.06,
				wordCount1: 5_000,
				wordCount2: 5_000,
			},
		});
	});
	afterEach(async () => {
		await emulator.close();
	});

	const putEndpoint = (changes: Record<string, unknown>) =>
		emulator.put('endpoints', {
			displayName: 'Retail live',
			locale: 'en-US',
			model: old.id,
			...changes,
		});
	const changed = (changes: Record<string, unknown>) =>
		putEndpoint({ id: endpoint.id, model: fresh.id, ...changes });
	const newCase = (): Json => ({
		model: { id: fresh.id },
		testDataset: { id: testDataset.id },
		endpoint: { id: endpoint.id },
	});
	const run = async (
		node: TestModel | DeployModel,
		json: Json,
		{ options, ...parameters }: Json = {},
	): Promise<Run> =>
		await runNode({
			node,
			items: [{ json }],
			parameters: { ...parameters, options: { ...quick, ...(options as Json) } },
			credentials: credentialsFor(emulator),
		});
	const test = async (parameters: Json = {}, json = newCase()) =>
		await run(new TestModel(), json, parameters);
	const deploy = async (parameters: Json = {}, json = newCase()) =>
		await run(new DeployModel(), json, parameters);
	const resultOf = ({ error, outputs }: Run) => {
		expect(error).toBeUndefined();
		return outputs[0][0].json as unknown as Tested;
	};
	const posts = () => postsTo(emulator, '/evaluations');

	it.each(['automatic', 'endpoint'])(
		'finds the test it made against the model served before, with the same verdict (%s)',
		async (compareWith) => {
			const first = resultOf(await test({ compareWith }));
			await deploy();
			const { test: again, summary } = resultOf(await test({ compareWith }));
			expect(again).toEqual({
				...first.test,
				reused: true,
				reference: { ...first.test.reference, role: "used by endpoint 'Retail live' before" },
			});
			expect(summary).toMatch(
				/^Model 'Retail new' is better than 'Retail old' \(used by endpoint 'Retail live' before\)\./,
			);
			expect(posts()).toHaveLength(1);
		},
	);

	it('finds it for the item that Deploy Model has made of it, too', async () => {
		await test();
		const [[{ json }]] = (await deploy()).outputs;
		expect(resultOf(await test({}, json)).test).toMatchObject({ reused: true });
		expect(posts()).toHaveLength(1);
	});

	it.each<[string, Json]>([
		['Running, as after a crash in the middle of the change', { status: 'Running' }],
		['Failed, as after a change that was not taken back', { status: 'Failed' }],
	])('finds it while the endpoint is %s', async (_state, status) => {
		const first = resultOf(await test());
		changed({ customProperties: { n8nPreviousModel: `models/${old.id}` }, ...status });
		expect(resultOf(await test()).test).toMatchObject({ id: first.test.id, reused: true });
	});

	it('compares with a base model that was served before', async () => {
		changed({ model: resource.baseId });
		const first = resultOf(await test());
		await deploy();
		expect(resultOf(await test()).test).toMatchObject({
			id: first.test.id,
			reference: { id: resource.baseId },
			reused: true,
		});
	});

	describe.each(['automatic', 'endpoint'])('with Compare With at %s', (compareWith) => {
		const tested = async () => {
			const first = resultOf(await test({ compareWith }));
			await deploy();
			return first.test.id;
		};
		const again = async (choice?: string) =>
			await test({ compareWith, ...(choice && { options: { ifAlreadyTested: choice } }) });

		it('takes the test although the model served before has expired since', async () => {
			const id = await tested();
			putModel(emulator, resource, -1, { id: old.id, displayName: 'Retail old' });
			expect(resultOf(await again()).test).toMatchObject({ id, reused: true, better: true });
		});

		it('takes the test although the model served before was deleted since', async () => {
			const id = await tested();
			emulator.remove('models', old.id);
			expect(resultOf(await again()).test).toMatchObject({
				id,
				reused: true,
				better: true,
				reference: { id: old.id, displayName: old.id },
			});
		});

		it('takes the test although the model itself has expired since', async () => {
			const id = await tested();
			putModel(emulator, resource, -1, { id: fresh.id, displayName: 'Retail new' });
			expect(resultOf(await again()).test).toMatchObject({ id, reused: true });
		});

		it('takes the test against the base model that stood in for an expired one', async () => {
			putModel(emulator, resource, -3, { id: old.id, displayName: 'Retail old' });
			const id = await tested();
			putBase(emulator, { displayName: '20261201 newer', createdDateTime: inDays(0) });
			const { test: found, summary } = resultOf(await again());
			expect(found).toMatchObject({ id, reused: true, reference: { id: resource.baseId } });
			expect(summary).toMatch(
				/Endpoint 'Retail live' already uses model 'Retail new', so the reference is taken from the model's latest test on this data\.$/,
			);
		});

		it('takes the test when the endpoint had no room to remember the model before', async () => {
			const full = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`key${n}`, 'x']));
			changed({ model: old.id, customProperties: full });
			const id = await tested();
			expect(resultOf(await again()).test).toMatchObject({ id, reused: true });
		});

		it('tests against the model served before when the test was deleted', async () => {
			emulator.remove('evaluations', await tested());
			expect(resultOf(await again()).test).toMatchObject({
				reused: false,
				reference: { id: old.id },
			});
		});

		it.each<[string, () => void, RegExp]>([
			[
				'deleted',
				() => {
					emulator.remove('models', old.id);
				},
				/its previous model no longer exists \(ID /,
			],
			[
				'expired',
				() => {
					putModel(emulator, resource, -1, { id: old.id, displayName: 'Retail old' });
				},
				/'Retail old', its previous model, expired on \d{4}-\d\d-\d\d/,
			],
		])(
			'says what is missing when the test is gone and that model %s',
			async (_how, end, reason) => {
				emulator.remove('evaluations', await tested());
				end();
				const { error } = await again();
				expect(error?.message).toMatch(/^Endpoint 'Retail live' already uses model 'Retail new'/);
				expect(error?.message).toMatch(reason);
				expect(posts()).toHaveLength(1);
			},
		);

		it('tests against it once more when that is what the person wants', async () => {
			const id = await tested();
			const { test: second } = resultOf(await again('again'));
			expect(second).toMatchObject({ reused: false, reference: { id: old.id } });
			expect(second.id).not.toBe(id);
		});

		it('fails when that is what the person wants, and names the test', async () => {
			await tested();
			const { error } = await again('fail');
			expect(error?.message).toMatch(/were already tested on this dataset: 'Retail new against/);
		});

		it('makes a second test when the first one failed', async () => {
			const id = await tested();
			emulator.put('evaluations', { ...emulator.get('evaluations', id), id, status: 'Failed' });
			expect(resultOf(await again()).test).toMatchObject({ reused: false });
		});

		it('compares as at first once the endpoint was rolled back', async () => {
			const id = await tested();
			await deploy({ operation: 'rollBack' });
			expect(resultOf(await again()).test).toMatchObject({
				id,
				reused: true,
				reference: { id: old.id, role: "used by endpoint 'Retail live'" },
			});
		});
	});

	it.each([
		['model', () => ({ referenceModelId: byId(old.id) })],
		['base', () => ({})],
	])('finds the test against the chosen reference (%s), deleted since or not', async (...way) => {
		const [compareWith, more] = way;
		const parameters = { compareWith, ...more() };
		const first = resultOf(await test(parameters));
		await deploy();
		expect(resultOf(await test(parameters)).test).toEqual({ ...first.test, reused: true });
		emulator.remove('models', old.id);
		emulator.remove('baseModels', resource.baseId);
		expect(resultOf(await test(parameters)).test).toMatchObject({
			id: first.test.id,
			reused: true,
		});
		expect(posts()).toHaveLength(1);
	});

	it('names a chosen reference that was deleted before any test', async () => {
		emulator.remove('models', old.id);
		changed({});
		const run = await test({ compareWith: 'model', referenceModelId: byId(old.id) });
		expect(run.error?.message).toMatch(/The custom model in 'Reference Model' does not exist/);
		expect(posts()).toEqual([]);
	});

	it('finds the test that led to the creation of an endpoint', async () => {
		const { endpoint: none, ...json } = newCase();
		expect(none).toBeDefined();
		const first = resultOf(await test({}, json));
		const created = await deploy({ operation: 'create' }, json);
		const again = resultOf(await test({}, created.outputs[0][0].json));
		expect(again.test).toMatchObject({
			id: first.test.id,
			reused: true,
			reference: { id: resource.baseId, role: 'the base it was trained from' },
		});
		expect(posts()).toHaveLength(1);
	});

	it('goes by an endpoint that was not changed yet when another one remembers nothing', async () => {
		const first = resultOf(await test());
		const changedOne = putEndpoint({ displayName: 'Retail phone', model: fresh.id });
		emulator.remove('evaluations', first.test.id);
		const endpoints = [{ id: changedOne.id }, { id: endpoint.id }];
		const found = await test({}, { ...newCase(), endpoint: null, expiration: { endpoints } });
		expect(resultOf(found).test.reference).toMatchObject({
			id: old.id,
			role: "used by endpoint 'Retail live'",
		});
	});

	it('finds an inspection, too, and starts no other', async () => {
		const first = resultOf(await test({ operation: 'inspect' }));
		await deploy();
		const again = resultOf(await test({ operation: 'inspect' }));
		expect(again.test).toMatchObject({ id: first.test.id, reused: true });
		expect(posts()).toHaveLength(1);
	});

	it('starts one test only when the answer to the second is lost', async () => {
		emulator.remove('evaluations', resultOf(await test()).test.id);
		await deploy();
		emulator.addFault({ method: 'POST', path: '/evaluations', kind: 'dropAfter', times: 1 });
		expect(resultOf(await test()).test).toMatchObject({ reused: false });
		expect(emulator.list('evaluations')).toHaveLength(1);
	});
});
