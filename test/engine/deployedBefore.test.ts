import type { INodeExecutionData } from 'n8n-workflow';

import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { putBase, putModel, stockUp, type Resource } from '../support/resource';
import { postsTo, sentWith } from '../support/sentRequests';
import { byId } from '../support/locator';

type Json = INodeExecutionData['json'];

interface Deployed {
	endpoint: Json & { id: string };
	summary: string;
}

/** Looks often, so that tests need not wait for the plan made for days. */
const often = { checkEverySeconds: 1 };

describe('Deploy Model, run again after what it did', () => {
	let emulator: Emulator;
	let resource: Resource;
	let old: { id: string };
	let fresh: { id: string };
	let endpoint: { id: string };

	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare', durations: { endpoint: 0 } });
		resource = stockUp(emulator);
		old = putModel(emulator, resource, 20, { displayName: 'Retail old' });
		fresh = putModel(emulator, resource, 700, { displayName: 'Retail new' });
		endpoint = putEndpoint({ model: old.id });
	});
	afterEach(async () => {
		await emulator.close();
	});

	const putEndpoint = (changes: Record<string, unknown>) =>
		emulator.put('endpoints', { displayName: 'Retail live', locale: 'en-US', ...changes });
	const newCase = (): Json => ({ model: { id: fresh.id }, endpoint: { id: endpoint.id } });
	const deploy = async (parameters: Json = {}, json = newCase()) => {
		const run = await runNode({
			node: new DeployModel(),
			items: [{ json }],
			parameters: { ...parameters, options: { ...often, ...(parameters.options as Json) } },
			credentials: credentialsFor(emulator),
		});
		expect(run.error).toBeUndefined();
		return run.outputs[0][0].json as unknown as Deployed;
	};
	const sent = () => [...sentWith(emulator, 'PATCH'), ...postsTo(emulator, '/endpoints')];
	const expired = ({ id }: { id: string }, displayName: string) =>
		putModel(emulator, resource, -1, { id, displayName });
	it('finds the model served, names the one before, and changes nothing', async () => {
		const first = await deploy();
		const again = await deploy();
		expect(again.endpoint).toEqual({ ...first.endpoint, changed: false });
		expect(sent()).toHaveLength(1);
	});

	it.each(['notBetter', 'inconclusive'])(
		'finds it although a test calls the model %s by now',
		async (verdict) => {
			await deploy();
			const test = { better: false, verdict, candidate: { id: fresh.id } };
			const again = await deploy({}, { ...newCase(), test });
			expect(again.endpoint).toMatchObject({ changed: false, verified: true });
			await deploy({ operation: 'create' });
			const created = await deploy({ operation: 'create' }, { ...newCase(), test });
			expect(created.endpoint).toMatchObject({ changed: false, verified: true });
		},
	);

	it('finds it although the model has expired since, and says what that means', async () => {
		await deploy();
		expired(fresh, 'Retail new');
		const again = await deploy();
		expect(again.endpoint).toMatchObject({ changed: false });
		expect(again.summary).toMatch(
			/ already uses .*, so nothing was changed\. The model expired on \d{4}-\d\d-\d\d, so the endpoint transcribes with the newest base model\.$/,
		);
	});

	it('finds a base model that has expired since', async () => {
		const { id } = putBase(emulator, { displayName: '20260101 old' });
		await deploy({}, { ...newCase(), model: { id } });
		putBase(emulator, {
			id,
			displayName: '20260101 old',
			properties: { deprecationDates: { transcriptionDateTime: '2026-01-01T00:00:00Z' } },
		});
		const again = await deploy({}, { ...newCase(), model: { id } });
		expect(again.endpoint).toMatchObject({ changed: false });
	});

	describe.each([
		['the model it remembers', () => ({})],
		['a chosen model', () => ({ rollBackTo: 'model', earlierModelId: byId(old.id) })],
	])('rolled back to %s', (_what, choice) => {
		it('leaves it, also when that model has expired since', async () => {
			await deploy();
			const back = { operation: 'rollBack', ...choice() };
			expect((await deploy(back)).endpoint).toMatchObject({ changed: true });
			expect((await deploy(back)).endpoint).toMatchObject({ changed: false });
			expired(old, 'Retail old');
			const again = await deploy(back);
			expect(again.endpoint).toMatchObject({ changed: false, verified: true });
			expect(again.summary).toMatch(/The model expired on /);
			expect(sent()).toHaveLength(2);
		});
	});

	describe('with Create Endpoint', () => {
		const create = async (options: Json = {}) =>
			await deploy({ operation: 'create', displayName: 'Retail phone', options });
		const update = async (id: string, model: { id: string }) =>
			await deploy({}, { model: { id: model.id }, endpoint: { id } });

		it('finds the endpoint it created, also when the model has expired since', async () => {
			const first = await create();
			expired(fresh, 'Retail new');
			const again = await create();
			expect(again.endpoint).toMatchObject({ id: first.endpoint.id, changed: false });
			expect(sent()).toHaveLength(1);
		});

		it('finds it after it was changed to another model, and says what it serves now', async () => {
			const first = await create();
			await update(first.endpoint.id, old);
			const again = await create();
			expect(again.endpoint).toMatchObject({
				id: first.endpoint.id,
				model: { id: old.id },
				changed: false,
			});
			expect(again.summary).toBe(
				"Endpoint 'Retail phone' was already created for model 'Retail new' and now uses model 'Retail old', so nothing was created or changed.",
			);
			expect(postsTo(emulator, '/endpoints')).toHaveLength(1);
		});

		it('takes of several the one that still serves the model', async () => {
			const first = await create();
			const second = await create({ ifAlreadyCreated: 'again' });
			await update(second.endpoint.id, old);
			expect((await create()).endpoint).toMatchObject({ id: first.endpoint.id });
		});
	});
});
