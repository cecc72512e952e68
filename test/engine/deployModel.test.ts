import type { INodeExecutionData } from 'n8n-workflow';

import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, startNode, type NodeTest } from '../support/engine';
import { inDays, putBase, putModel, stockUp, type Resource } from '../support/resource';
import { postsTo, sentWith } from '../support/sentRequests';
import { until } from '../support/until.mts';
import { defined } from '../support/defined';
import { heldEntity } from '../support/heldEntity';
import { byId } from '../support/locator';

type Json = INodeExecutionData['json'];

interface Deployed {
	endpoint: Json;
	summary: string;
}

/** Looks often, so that tests need not wait for the plan made for days. */
const often = { checkEverySeconds: 1 };
/** Both ways the service may read a map in a PATCH; which one is not documented. */
const MAPS_ON_PATCH = ['merge', 'replace'] as const;

describe('Deploy Model', () => {
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
		endpoint = putEndpoint();
	});
	afterEach(async () => {
		await emulator.close();
	});

	const putEndpoint = (changes: Record<string, unknown> = {}) =>
		emulator.put('endpoints', {
			displayName: 'Retail live',
			locale: 'en-US',
			model: old.id,
			customProperties: { team: 'retail' },
			...changes,
		});
	const changed = (changes: Record<string, unknown>) =>
		putEndpoint({ id: endpoint.id, ...changes });
	const newCase = (): Json => ({
		model: { id: fresh.id },
		endpoint: { id: endpoint.id },
		note: 'kept',
	});
	const testOf = (json: Json, { options, ...parameters }: Json = {}, more = {}): NodeTest => ({
		node: new DeployModel(),
		items: [{ json }],
		parameters: { ...parameters, options: { ...often, ...(options as Json) } },
		credentials: credentialsFor(emulator),
		...more,
	});
	const deploy = async (json: Json, parameters: Json = {}, more: Partial<NodeTest> = {}) =>
		await runNode(testOf(json, parameters, more));
	const rollBack = async (json: Json = newCase(), parameters: Json = {}) =>
		await deploy(json, { operation: 'rollBack', ...parameters });
	const resultOf = (run: { outputs: INodeExecutionData[][] }) =>
		run.outputs[0][0].json as unknown as Deployed;
	const requests = (method: string) => sentWith(emulator, method);
	const patches = () => requests('PATCH');
	const looksAfterPatch = () => {
		const asked = emulator.requests().map(({ method }) => method);
		return patches().length === 0 ? 0 : asked.length - 1 - asked.indexOf('PATCH');
	};
	const stored = () => heldEntity(emulator, 'endpoints', endpoint.id);
	const servedModel = () => stored().model?.self;
	const failsToDeploy = () => {
		emulator.setOutcome({
			collection: 'endpoints',
			error: { code: 'DeploymentFailed', message: 'No capacity' },
		});
	};
	const takesLong = () => {
		emulator.setOutcome({ collection: 'endpoints', durationMs: 600_000 });
	};
	it('lets the endpoint serve the new model, with one request, and verifies it', async () => {
		const run = await deploy(newCase());
		expect(run.error).toBeUndefined();
		expect(patches()).toHaveLength(1);
		expect(patches()[0].body).toEqual({
			model: { self: expect.stringContaining(`/models/${fresh.id}`) },
			customProperties: { team: 'retail', n8nPreviousModel: `models/${old.id}` },
		});
		expect(servedModel()).toContain(fresh.id);
		expect(run.outputs[0][0].json).toMatchObject({
			note: 'kept',
			model: { id: fresh.id },
			wait: { outcome: 'succeeded' },
		});
		expect(resultOf(run)).toMatchObject({
			endpoint: {
				id: endpoint.id,
				displayName: 'Retail live',
				webSocket: expect.stringMatching(/^wss:.*cid=/),
				status: 'Succeeded',
				model: { id: fresh.id, displayName: 'Retail new' },
				previousModel: { id: old.id, displayName: 'Retail old' },
				verified: true,
				changed: true,
			},
			summary:
				"Endpoint 'Retail live' was changed to model 'Retail new' instead of 'Retail old'; it can take minutes until all requests use it.",
		});
	});

	it('creates and deletes nothing, and leaves name, address and logging as they are', async () => {
		const before = stored();
		await deploy(newCase());
		expect([...requests('POST'), ...requests('DELETE')]).toEqual([]);
		const { self, displayName, links, properties } = stored();
		expect({ self, displayName, links, properties }).toEqual({
			self: before.self,
			displayName: before.displayName,
			links: before.links,
			properties: before.properties,
		});
	});

	it.each(MAPS_ON_PATCH)(
		'keeps the custom properties where the service would %s them',
		async (maps) => {
			emulator.setQuirks({ mapsOnPatch: maps });
			await deploy(newCase());
			expect(stored().customProperties).toEqual({
				team: 'retail',
				n8nPreviousModel: `models/${old.id}`,
			});
		},
	);

	it('waits until the endpoint is ready', async () => {
		takesLong();
		const { finished } = startNode(testOf(newCase()));
		await until(() => patches().length > 0);
		emulator.finish('endpoints', endpoint.id);
		expect(resultOf(await finished).endpoint).toMatchObject({ verified: true });
	});

	it('is not misled by an answer that still shows the old model', async () => {
		emulator.setQuirks({ endpointPatchAnswer: 'old' });
		expect(resultOf(await deploy(newCase())).endpoint).toMatchObject({
			modelId: fresh.id,
			verified: true,
		});
	});

	describe('when the service is late in showing a change', () => {
		beforeEach(() => {
			emulator.setQuirks({ endpointChangeShown: 'late' });
		});

		it('waits for the change, which is under way all the same', async () => {
			takesLong();
			const { finished } = startNode(testOf(newCase()));
			await until(() => stored().status === 'Running' || stored().status === 'NotStarted');
			const before = looksAfterPatch();
			await until(() => looksAfterPatch() > before);
			emulator.finish('endpoints', endpoint.id);
			const run = await finished;
			expect(run.error).toBeUndefined();
			expect(resultOf(run).endpoint).toMatchObject({ modelId: fresh.id, verified: true });
			const { wait } = run.outputs[0][0].json as { wait: { checks: number } };
			expect(wait.checks).toBeGreaterThan(2);
			expect(patches()).toHaveLength(1);
		}, 20_000);

		it('takes a change back that fails, and does not take the failure before for another', async () => {
			const error = { code: 'DeploymentFailed', message: 'No capacity' };
			emulator.setOutcome({ collection: 'endpoints', times: 1, error });
			const run = await deploy(newCase());
			expect(run.error?.message).toMatch(/is set to model 'Retail old' again \(verified\)\.$/);
			expect(patches()).toHaveLength(2);
			expect(servedModel()).toContain(old.id);
		}, 20_000);

		it('rolls an endpoint back whose last change has failed', async () => {
			const remembers = { n8nPreviousModel: `models/${old.id}` };
			changed({ model: fresh.id, status: 'Failed', customProperties: remembers });
			expect(resultOf(await rollBack()).endpoint).toMatchObject({ modelId: old.id });
		}, 20_000);

		it('says that the wait timed out when the deadline comes before the change is shown', async () => {
			const run = await deploy(newCase(), { options: { giveUpAfterDays: 1 / 86_400 } });
			expect(run.error?.message).toMatch(/the time set in 'Give Up After/);
		});
	});

	it('says that the change had no effect when the endpoint is set to another model a minute later', async () => {
		takesLong();
		const { finished } = startNode(testOf(newCase(), { options: { waitWhere: 'inProcess' } }));
		await until(() => looksAfterPatch() > 0);
		changed({ model: old.id });
		const now = Date.now.bind(Date);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
		const run = await finished;
		clock.mockRestore();
		expect(run.error?.message).toMatch(
			/^The change had no effect\. Endpoint 'Retail live' \(ID .*\) is now set to model 'Retail old', with the status Succeeded\.$/,
		);
	}, 20_000);

	it('goes on waiting when the verification finds the change still under way', async () => {
		// The third time the endpoint is read is the verification.
		const busy = { kind: 'status', status: 503, skip: 2, times: 1 } as const;
		emulator.addFault({ method: 'GET', path: '/endpoints', ...busy });
		const { finished } = startNode(testOf(newCase()));
		await until(() => looksAfterPatch() === 2);
		takesLong();
		changed({ model: fresh.id, status: 'Running' });
		await until(() => looksAfterPatch() > 2);
		emulator.finish('endpoints', endpoint.id);
		const run = await finished;
		expect(resultOf(run).endpoint).toMatchObject({ verified: true });
		expect(run.outputs[0][0].json).toMatchObject({ wait: { checks: 2 } });
	}, 20_000);

	it('changes nothing when the endpoint serves the model already, and says so', async () => {
		changed({ model: fresh.id });
		const run = await deploy(newCase());
		expect(patches()).toEqual([]);
		expect(resultOf(run)).toMatchObject({
			endpoint: { changed: false, verified: true },
			summary: "Endpoint 'Retail live' already uses model 'Retail new', so nothing was changed.",
		});
	});

	it('waits for a change to the model that an earlier try has sent', async () => {
		takesLong();
		changed({ model: fresh.id, status: 'Running' });
		const { finished } = startNode(testOf(newCase()));
		await until(() => requests('GET').length > 3);
		emulator.finish('endpoints', endpoint.id);
		expect(resultOf(await finished).endpoint).toMatchObject({ verified: true });
		expect(patches()).toEqual([]);
	});

	it('takes the endpoint that Check Expiration has named', async () => {
		const found = { expiration: { endpoints: [{ id: endpoint.id, displayName: 'Retail live' }] } };
		await deploy({ ...newCase(), endpoint: null, ...found });
		expect(servedModel()).toContain(fresh.id);
	});

	it('gives the untouched endpoint and still what was changed with Simplify off', async () => {
		const { endpoint: result } = resultOf(await deploy(newCase(), { simplify: false }));
		expect(result).toMatchObject({
			self: expect.stringContaining(endpoint.id),
			links: { webSocket: expect.any(String) },
			previousModel: { id: old.id },
			verified: true,
		});
	});

	it('leaves the custom properties alone when they are full, and says what that means', async () => {
		const full = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`key${n}`, 'x']));
		changed({ customProperties: full });
		const run = await deploy(newCase());
		expect(patches()[0].body).not.toHaveProperty('customProperties');
		expect(run.hints[0].message).toMatch(/previous model cannot be recorded/);
	});

	describe('before anything is sent, refuses', () => {
		const refused = async (json: Json, parameters: Json = {}) => {
			const run = await deploy(json, parameters);
			expect([...patches(), ...requests('POST')]).toEqual([]);
			expect(run.status).toBe('error');
			return run.error?.message ?? '';
		};

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

		it('a model that does not exist', async () => {
			const id = '1b2c3d4e-0000-4000-8000-000000000099';
			expect(await refused({ ...newCase(), model: { id } })).toMatch(/'Model' does not exist/);
		});

		it('an endpoint of another locale', async () => {
			changed({ locale: 'de-DE', model: undefined });
			expect(await refused(newCase())).toMatch(
				/has the locale en-US, but endpoint 'Retail live' has de-DE/,
			);
		});

		it('an endpoint that is being changed', async () => {
			takesLong();
			changed({ status: 'Running' });
			expect(await refused(newCase())).toMatch(/is being changed: its status is Running/);
		});

		it('an endpoint whose last change has failed', async () => {
			changed({ status: 'Failed' });
			expect(await refused(newCase())).toMatch(/last change of endpoint 'Retail live' failed/);
		});

		it('several endpoints at once, of which some would be left behind unseen', async () => {
			const endpoints = [{ id: endpoint.id }, { id: putEndpoint().id }];
			const message = await refused({ ...newCase(), endpoint: null, expiration: { endpoints } });
			expect(message).toBe("'Endpoint' contains 2 endpoints, but each item can change only one.");
		});

		it.each([
			['no model', { model: null }, /'Model' is empty/],
			['no endpoint', { endpoint: null }, /'Endpoint' is empty/],
		])('an item with %s, without a request', async (_what, changes, message) => {
			expect(await refused({ ...newCase(), ...changes })).toMatch(message);
			expect(emulator.requests()).toEqual([]);
		});

		it.each([
			['notBetter', /did not find it better/],
			['inconclusive', /could not determine whether it is better/],
		])('a model that its test calls %s', async (verdict, message) => {
			const test = { better: false, verdict, candidate: { id: fresh.id } };
			expect(await refused({ ...newCase(), test })).toMatch(message);
			expect(await refused({ ...newCase(), test }, { operation: 'create' })).toMatch(message);
		});
	});

	describe('with a base model', () => {
		let base: { id: string };
		beforeEach(() => (base = putBase(emulator, { displayName: '20261024 newer' })));

		const urlOf = (path: string, id: string) =>
			`${emulator.url}/speechtotext${path}/${id}?api-version=2025-10-15`;
		const onBase = () => changed({ model: resource.baseId, customProperties: {} });

		it.each<[string, () => unknown]>([
			['its bare ID', () => base.id],
			['its URL', () => urlOf('/models/base', base.id)],
			['an entity as Select Baseline adds it', () => ({ id: base.id })],
			['an entity as the service sent it', () => ({ self: urlOf('/models/base', base.id) })],
		])('moves an endpoint from one to another, named by %s', async (_by, name) => {
			onBase();
			const run = await deploy({ ...newCase(), model: name() } as Json);
			expect(run.error).toBeUndefined();
			expect(patches()[0].body).toEqual({
				model: { self: expect.stringContaining(`/models/base/${base.id}`) },
				customProperties: { n8nPreviousModel: `models/base/${resource.baseId}` },
			});
			expect(resultOf(run)).toMatchObject({
				endpoint: {
					model: { id: base.id, displayName: '20261024 newer' },
					previousModel: { id: resource.baseId, displayName: '20260912 test' },
					verified: true,
				},
				summary:
					"Endpoint 'Retail live' was changed to model '20261024 newer' instead of '20260912 test'; it can take minutes until all requests use it.",
			});
		});

		it('moves an endpoint to the one Check Expiration has named', async () => {
			onBase();
			const found = { model: null, expiration: { newerBaseModelId: base.id } };
			const modelId = byId('={{ $json.expiration.newerBaseModelId }}');
			await deploy({ ...newCase(), ...found }, { modelId });
			expect(servedModel()).toContain(`/models/base/${base.id}`);
		});

		it('rolls such a move back, by itself or to a chosen one', async () => {
			onBase();
			await deploy({ ...newCase(), model: { id: base.id } });
			const back = await rollBack();
			expect(servedModel()).toContain(`/models/base/${resource.baseId}`);
			expect(resultOf(back).summary).toMatch(
				/to model '20260912 test' instead of '20261024 newer'/,
			);
			await rollBack(newCase(), { rollBackTo: 'model', earlierModelId: byId(base.id) });
			expect(servedModel()).toContain(`/models/base/${base.id}`);
			const url = { __rl: true, mode: 'url', value: urlOf('/models/base', resource.baseId) };
			await rollBack(newCase(), { rollBackTo: 'model', earlierModelId: url });
			expect(servedModel()).toContain(`/models/base/${resource.baseId}`);
		});

		it('takes a move back that fails at Azure', async () => {
			onBase();
			const error = { code: 'DeploymentFailed', message: 'No capacity' };
			emulator.setOutcome({ collection: 'endpoints', times: 1, error });
			const run = await deploy({ ...newCase(), model: { id: base.id } });
			expect(run.error?.message).toMatch(/is set to model '20260912 test' again \(verified\)\.$/);
			expect(servedModel()).toContain(`/models/base/${resource.baseId}`);
		});

		it('creates an endpoint for it, and only one', async () => {
			const create = { operation: 'create' };
			const run = await deploy({ model: { id: base.id } }, create);
			const [{ body }] = postsTo(emulator, '/endpoints');
			expect(body).toMatchObject({
				displayName: '20261024 newer',
				model: { self: expect.stringContaining(`/models/base/${base.id}`) },
			});
			expect(resultOf(run).summary).toMatch(/was created and uses model '20261024 newer'/);
			await deploy({ model: { id: base.id } }, create);
			expect(postsTo(emulator, '/endpoints')).toHaveLength(1);
		});

		it.each<[string, Record<string, unknown>, RegExp]>([
			[
				'has expired',
				{ properties: { deprecationDates: { transcriptionDateTime: inDays(-1) } } },
				/expired on \d{4}/,
			],
			['is not ready', { status: 'Running' }, /cannot be used: its status is Running/],
			['is of another locale', { locale: 'de-DE' }, /has the locale de-DE, but endpoint/],
		])('refuses one that %s', async (_what, facts, message) => {
			const { id } = putBase(emulator, { displayName: 'unfit', ...facts });
			const run = await deploy({ ...newCase(), model: { id } });
			expect(run.error?.message).toMatch(message);
			expect(patches()).toEqual([]);
		});
	});

	describe('a model that no endpoint can serve', () => {
		const endpointsSaid = (told: unknown) => ({
			properties: { features: { supportsEndpoints: told } },
		});
		const whisper = (told: unknown = false) =>
			putBase(emulator, { displayName: 'Whisper', ...endpointsSaid(told) });
		const trainedFrom = (base: { id: string }, own: unknown) =>
			putModel(emulator, { ...resource, baseId: base.id }, 700, {
				displayName: 'From Whisper',
				...endpointsSaid(own),
			});
		const refused = async (id: string, parameters: Json = {}) => {
			const run = await deploy({ ...newCase(), model: { id } }, parameters);
			expect(run.error).toMatchObject({
				message: expect.stringMatching(
					/^Model '.*' in '.*' cannot be deployed to an endpoint: it is for batch transcription only/,
				),
				description: expect.stringContaining('batch transcriptions'),
			});
			expect([...patches(), ...requests('POST')]).toEqual([]);
			return defined(run.error).message;
		};

		it.each(['update', 'create'])('is refused before anything is sent: %s', async (operation) => {
			await refused(trainedFrom({ id: resource.baseId }, false).id, { operation });
		});

		it('is told by its base model when its own features do not tell', async () => {
			const message = await refused(trainedFrom(whisper(), null).id);
			expect(message).toMatch(/only, like its base model 'Whisper'\.$/);
		});

		it('may be a base model itself', async () => {
			await refused(whisper().id);
			await refused(whisper().id, { operation: 'create' });
		});

		it('is not rolled back to', async () => {
			const { id } = trainedFrom(whisper(), null);
			await refused(id, { operation: 'rollBack', rollBackTo: 'model', earlierModelId: byId(id) });
		});

		it.each<[string, () => { id: string }]>([
			['its own features say otherwise', () => trainedFrom(whisper(), true)],
			['nothing is told', () => trainedFrom(whisper(null), null)],
			['the answers are no answers', () => trainedFrom(whisper('false'), 'false')],
			[
				'its base is not there any more',
				() => {
					const base = whisper();
					const model = trainedFrom(base, null);
					emulator.remove('baseModels', base.id);
					return model;
				},
			],
		])('is not seen in a model of which %s', async (_what, make) => {
			const { id } = make();
			const run = await deploy({ ...newCase(), model: { id } });
			expect(run.error).toBeUndefined();
			expect(servedModel()).toContain(id);
		});
	});

	it.each<[string, unknown, RegExp]>([
		['a name', 'Retail', /'Model' is not the ID or URL of a custom model: 'Retail'/],
		[
			'the URL of a dataset',
			'https://a.api.cognitive.microsoft.com/speechtotext/datasets/1b2c3d4e-0000-4000-8000-000000000099',
			/'Model' contains the URL of a dataset, but a custom model is required/,
		],
		[
			'a foreign URL',
			'https://example.com/models/base/1b2c3d4e-0000-4000-8000-000000000099',
			/'Model' is not the ID or URL of a custom model/,
		],
	])('refuses %s as a model, without a request', async (_what, model, message) => {
		for (const operation of ['update', 'create']) {
			const run = await deploy({ ...newCase(), model } as Json, { operation });
			expect(run.error?.message).toMatch(message);
		}
		const chosen = { rollBackTo: 'model', earlierModelId: byId('={{ $json.model }}') };
		const run = await rollBack({ ...newCase(), model } as Json, chosen);
		expect(run.error?.message).toMatch(/'Earlier Model'/);
		expect(emulator.requests()).toEqual([]);
	});

	it.each<[string, unknown, RegExp]>([
		['a number', 7, /'Model' is not the ID or URL of a custom model: '7'/],
		['an object without an ID', { name: 'x' }, /'Model' is not the ID or URL of a custom model/],
	])('refuses %s that an expression gives as a model', async (_what, model, message) => {
		const modelId = byId('={{ $json.model }}');
		const run = await deploy({ ...newCase(), model } as Json, { modelId });
		expect(run.error?.message).toMatch(message);
		const byDefault = await deploy({ ...newCase(), model } as Json);
		expect(byDefault.error?.message).toBe("'Model' is empty.");
		expect(emulator.requests()).toEqual([]);
	});

	it.each([
		['is better', { better: true }, {}],
		['is of another model', { better: false, candidate: { id: 'another' } }, {}],
		['is for listening', { candidate: { id: 'another' } }, {}],
		[
			'is not better and the person wants it all the same',
			{ better: false },
			{ ifNotBetter: 'deploy' },
		],
	])('deploys a model whose test %s', async (_what, test, options) => {
		await deploy({ ...newCase(), test }, { options });
		expect(servedModel()).toContain(fresh.id);
	});

	describe('when the answer to the change is lost', () => {
		it('sees that it had its effect, and sends no other', async () => {
			emulator.addFault({ method: 'PATCH', path: '/endpoints', kind: 'dropAfter', times: 1 });
			const run = await deploy(newCase());
			expect(resultOf(run).endpoint).toMatchObject({ verified: true });
			expect(patches()).toHaveLength(1);
		});

		it('sees that it had none, and sends it again', async () => {
			emulator.addFault({ method: 'PATCH', path: '/endpoints', kind: 'dropBefore', times: 1 });
			const run = await deploy(newCase());
			expect(resultOf(run).endpoint).toMatchObject({ verified: true });
			expect(servedModel()).toContain(fresh.id);
		}, 30_000);
	});

	describe('when the change fails at Azure', () => {
		const failing = async (parameters: Json = {}, between: () => void = () => {}) => {
			failsToDeploy();
			const { finished } = startNode(
				testOf(newCase(), parameters, { onError: 'continueErrorOutput' }),
			);
			await until(() => patches().length > 0);
			between();
			return (await finished).outputs[1][0].json as Json & { error: string; details: Json };
		};

		it('sets the endpoint back to its previous model, verifies that, and fails the item with a sentence on it', async () => {
			const json = await failing({}, () => {
				emulator.clearOutcomes();
			});
			expect(patches()).toHaveLength(2);
			expect(patches()[1].body).toEqual({
				model: { self: expect.stringContaining(`/models/${old.id}`) },
			});
			expect(servedModel()).toContain(old.id);
			expect(stored().status).toBe('Succeeded');
			expect(json.error).toContain(
				"The deployment of model 'Retail new' to endpoint 'Retail live' failed in Azure: DeploymentFailed: No capacity. It was rolled back: endpoint 'Retail live' is set to model 'Retail old' again (verified).",
			);
			expect(json).toMatchObject({ note: 'kept', details: { wait: { outcome: 'failed' } } });
		});

		it.each(['new', 'old'] as const)(
			'does so whether the service then shows the %s model',
			async (failedUpdateModel) => {
				emulator.setQuirks({ failedUpdateModel });
				emulator.setOutcome({ collection: 'endpoints', status: 'Failed', times: 1 });
				const run = await deploy(newCase());
				expect(run.error?.message).toMatch(/is set to model 'Retail old' again \(verified\)\.$/);
				expect(stored()).toMatchObject({ status: 'Succeeded' });
				expect(servedModel()).toContain(old.id);
			},
		);

		it('says when rolling back failed as well, and what the endpoint is set to', async () => {
			const json = await failing();
			expect(patches()).toHaveLength(2);
			expect(json.error).toMatch(
				/failed in Azure: DeploymentFailed: No capacity\. Rolling back to model 'Retail old' also failed: DeploymentFailed: No capacity\. Endpoint 'Retail live' \(ID .*\) is now set to model 'Retail old', with the status Failed\./,
			);
		});

		it('says when rolling back was refused, and what the endpoint is set to', async () => {
			const json = await failing({}, () => {
				emulator.addFault({ method: 'PATCH', path: '/endpoints', kind: 'status', status: 403 });
			});
			expect(json.error).toMatch(
				/Rolling back to model 'Retail old' also failed: .* is now set to model 'Retail new', with the status Failed/,
			);
		});

		it.each([false, 'false'])(
			'rolls nothing back when a person does not want it (%j), and says so',
			async (rollBackOnFailure) => {
				const json = await failing({ options: { rollBackOnFailure } });
				expect(patches()).toHaveLength(1);
				expect(json.error).toMatch(/No capacity\. Nothing was rolled back\. Endpoint .* Failed\./);
			},
		);

		it('stops the workflow under Stop Workflow, rolled back all the same', async () => {
			failsToDeploy();
			const { finished } = startNode(testOf(newCase()));
			await until(() => patches().length > 0);
			emulator.clearOutcomes();
			const run = await finished;
			expect(run.status).toBe('error');
			expect(run.error?.message).toMatch(/It was rolled back/);
			expect(servedModel()).toContain(old.id);
		});
	});

	it('takes a change for under way, and not back, when the wait times out', async () => {
		takesLong();
		const giveUp = { options: { giveUpAfterDays: 1 / 86_400 } };
		const run = await deploy(newCase(), giveUp, { onError: 'continueErrorOutput' });
		expect(patches()).toHaveLength(1);
		expect(run.outputs[1][0].json).toMatchObject({
			error: expect.stringContaining('nothing was canceled or rolled back'),
			details: { wait: { outcome: 'timedOut' } },
		});
	});

	describe('rolled back by itself', () => {
		it('sets the endpoint back to the model it remembers', async () => {
			await deploy(newCase());
			const run = await rollBack();
			expect(patches()[1].body).toEqual({
				model: { self: expect.stringContaining(`/models/${old.id}`) },
			});
			expect(resultOf(run)).toMatchObject({
				endpoint: { model: { id: old.id }, previousModel: { id: fresh.id }, verified: true },
				summary:
					"Endpoint 'Retail live' was rolled back to model 'Retail old' instead of 'Retail new'; it can take minutes until all requests use it.",
			});
		});

		it('leaves it as it is when it is rolled back again', async () => {
			await deploy(newCase());
			await rollBack();
			const again = await rollBack();
			expect(resultOf(again).endpoint).toMatchObject({ model: { id: old.id }, changed: false });
			expect(patches()).toHaveLength(2);
		});

		it('goes back to a base model, too', async () => {
			changed({ model: undefined });
			emulator.put('endpoints', {
				...{ id: endpoint.id, displayName: 'Retail live', locale: 'en-US' },
				model: { collection: 'baseModels', id: resource.baseId },
			});
			await deploy(newCase());
			expect(stored().customProperties?.n8nPreviousModel).toBe(`models/base/${resource.baseId}`);
			await rollBack();
			expect(servedModel()).toContain(`/models/base/${resource.baseId}`);
		});

		it('goes to the model a person chooses', async () => {
			changed({ model: fresh.id });
			const chosen = { rollBackTo: 'model', earlierModelId: byId(old.id) };
			const run = await rollBack(newCase(), chosen);
			expect(resultOf(run).endpoint).toMatchObject({ model: { id: old.id } });
		});

		it('mends an endpoint whose last change has failed', async () => {
			changed({
				model: fresh.id,
				status: 'Failed',
				customProperties: { n8nPreviousModel: `models/${old.id}` },
			});
			await rollBack();
			expect(stored()).toMatchObject({ status: 'Succeeded' });
			expect(servedModel()).toContain(old.id);
		});

		it('needs no model in the item, and no verdict', async () => {
			await deploy(newCase());
			const run = await rollBack({ endpoint: { id: endpoint.id }, test: { better: false } });
			expect(run.status).toBe('success');
		});

		it.each([
			['an endpoint that remembers nothing', {}, /No previous model is recorded/],
			[
				'one that No previous model is recorded',
				{ n8nPreviousModel: 'x' },
				/No previous model is recorded/,
			],
		])('refuses %s', async (_what, customProperties, message) => {
			changed({ customProperties });
			const run = await rollBack();
			expect(run.error?.message).toMatch(message);
			expect(patches()).toEqual([]);
		});

		it('refuses a choice that an expression made up', async () => {
			const run = await rollBack(newCase(), { rollBackTo: 'previous' });
			expect(run.error?.message).toMatch(/'Roll Back To' is not one of the options/);
			expect(patches()).toEqual([]);
		});

		it('refuses to go back to a model that has expired since', async () => {
			const { id } = putModel(emulator, resource, -1);
			changed({ customProperties: { n8nPreviousModel: `models/${id}` } });
			const run = await rollBack();
			expect(run.error?.message).toMatch(/in 'Roll Back To' expired on/);
			expect(patches()).toEqual([]);
		});
	});

	describe('creating an endpoint', () => {
		const create = async (parameters: Json = {}, more: Partial<NodeTest> = {}) =>
			await deploy({ model: { id: fresh.id } }, { operation: 'create', ...parameters }, more);

		it('makes one that serves the model, and tells the address a client needs', async () => {
			const run = await create({ displayName: 'Retail phone' });
			const [{ body }] = postsTo(emulator, '/endpoints');
			expect(body).toEqual({
				displayName: 'Retail phone',
				locale: 'en-US',
				model: { self: expect.stringContaining(fresh.id) },
				customProperties: { n8nEndpointFingerprint: expect.stringMatching(/^\w{64}\.\w{16}$/) },
			});
			expect(resultOf(run)).toMatchObject({
				endpoint: {
					displayName: 'Retail phone',
					webSocket: expect.stringMatching(/^wss:/),
					previousModel: null,
					verified: true,
				},
				summary: "Endpoint 'Retail phone' was created and uses model 'Retail new'.",
			});
		});

		it('takes the name of the model when none is given, and its project', async () => {
			const project = emulator.put('projects', { displayName: 'Shop', locale: 'en-US' });
			const { id } = putModel(emulator, resource, 700, {
				displayName: 'In a project',
				project: project.id,
			});
			await deploy({ model: { id } }, { operation: 'create' });
			const [{ body }] = postsTo(emulator, '/endpoints');
			expect(body).toMatchObject({
				displayName: 'In a project',
				project: { self: expect.stringContaining(project.id) },
			});
		});

		it('keeps audio and transcripts only when asked to', async () => {
			emulator.setQuirks({ byos: true });
			await create({ options: { loggingEnabled: true } });
			const [{ body }] = postsTo(emulator, '/endpoints');
			expect(body.properties).toEqual({ loggingEnabled: true });
		});

		it('creates no second one for the same model and name', async () => {
			await create();
			const run = await create();
			expect(resultOf(run).endpoint).toMatchObject({ changed: false, verified: true });
			expect(postsTo(emulator, '/endpoints')).toHaveLength(1);
		});

		it('creates another one when that is what the person wants, or fails', async () => {
			await create();
			const failed = await create({ options: { ifAlreadyCreated: 'fail' } });
			expect(failed.error?.message).toMatch(/was already created for model 'Retail new'/);
			await create({ options: { ifAlreadyCreated: 'again' } });
			expect(postsTo(emulator, '/endpoints')).toHaveLength(2);
		});

		it('creates only one when the answer is lost', async () => {
			emulator.addFault({ method: 'POST', path: '/endpoints', kind: 'dropAfter', times: 1 });
			const before = emulator.list('endpoints').length;
			const run = await create();
			expect(run.status).toBe('success');
			expect(emulator.list('endpoints')).toHaveLength(before + 1);
		});

		it.each([
			[
				'in a portal, when it has a project',
				true,
				/Delete it in Speech Studio or Microsoft Foundry/,
			],
			['by the REST API, when it has none', false, /has no project .* Delete it with the REST API/],
		])('says what is left when it fails at Azure, to delete %s', async (_how, isIn, advice) => {
			failsToDeploy();
			const { id } = emulator.put('projects', { displayName: 'Retail', locale: 'en-US' });
			const run = await create({ options: isIn ? { projectId: byId(id) } : {} });
			expect(run.error?.message).toMatch(/The deployment of model 'Retail new' .* No capacity\./);
			expect(run.error).toMatchObject({ description: expect.stringMatching(advice) });
		});

		it('refuses a model in training', async () => {
			const { id } = putModel(emulator, resource, null, { status: 'Running' });
			const run = await deploy({ model: { id } }, { operation: 'create' });
			expect(run.error?.message).toMatch(/is not ready: its status is Running/);
			expect(postsTo(emulator, '/endpoints')).toEqual([]);
		});
	});

	describe('for several items under Stop Workflow', () => {
		let second: { id: string };
		beforeEach(() => (second = putEndpoint({ displayName: 'Second line' })));

		const caseFor = ({ id }: { id: string }, modelId = fresh.id) => ({
			json: { model: { id: modelId }, endpoint: { id } } as Json,
		});
		const deployAll = (...items: NodeTest['items'] & object) =>
			startNode(testOf({}, {}, { items })).finished;
		const at = ({ id }: { id: string }) => heldEntity(emulator, 'endpoints', id);
		const capacity = { code: 'DeploymentFailed', message: 'No capacity' };

		it.each([
			['a model that expired', () => caseFor(second, putModel(emulator, resource, -5).id)],
			['no endpoint', () => ({ json: { model: { id: fresh.id } } })],
			['an item that failed before', () => ({ json: { failedIn: 'Train Model' } })],
			[
				'a model that its test calls not better',
				() => ({ json: { ...caseFor(second).json, test: { better: false } } }),
			],
		])('sends nothing for the first item when the second brings %s', async (_what, bad) => {
			const run = await deployAll(caseFor(endpoint), bad());
			expect(run.status).toBe('error');
			expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
			expect(patches()).toEqual([]);
		});

		const refuseSecond = (skip = 1) => {
			emulator.addFault({ method: 'PATCH', path: '/endpoints', kind: 'status', status: 403, skip });
		};

		it('waits for and verifies the first change when the second is refused, and tells of both', async () => {
			refuseSecond();
			const run = await deployAll(caseFor(endpoint), caseFor(second), caseFor(putEndpoint()));
			expect(run.error).toMatchObject({
				message: 'The key or identity is valid but not allowed to do this.',
				description: expect.stringMatching(
					/Results of the other items: Endpoint 'Retail live' was changed to model 'Retail new' instead of 'Retail old'; it can take minutes until all requests use it\. Not processed after the failure: 1 item\.$/,
				),
			});
			expect(patches()).toHaveLength(2);
		});

		it('takes the first change back when that fails while the second was refused', async () => {
			refuseSecond();
			emulator.setOutcome({ collection: 'endpoints', times: 1, error: capacity });
			const run = await deployAll(caseFor(endpoint), caseFor(second));
			expect(run.error?.message).toMatch(/is set to model 'Retail old' again \(verified\)\.$/);
			expect(run.error).toMatchObject({
				description: expect.stringMatching(
					/other items: The key or identity is valid but not allowed to do this\.$/,
				),
			});
			expect(at(endpoint)).toMatchObject({ status: 'Succeeded' });
			expect(servedModel()).toContain(old.id);
			expect(at(second).model?.self).toContain(old.id);
		});

		it('fails at once when nothing was begun', async () => {
			refuseSecond(0);
			const run = await deployAll(caseFor(endpoint), caseFor(second));
			expect(run.error).toMatchObject({ description: expect.not.stringContaining('other items') });
			expect(patches()).toHaveLength(1);
		});

		it('sees a change through when another one fails at Azure for good', async () => {
			takesLong();
			emulator.setOutcome({ collection: 'endpoints', id: second.id, error: capacity });
			const { finished } = startNode(
				testOf(
					{},
					{ options: { rollBackOnFailure: false } },
					{ items: [caseFor(endpoint), caseFor(second)] },
				),
			);
			await until(() => patches().length === 2);
			const before = requests('GET').length;
			await until(() => requests('GET').length > before + 3);
			emulator.finish('endpoints', endpoint.id);
			const run = await finished;
			expect(run.error?.message).toMatch(/to endpoint 'Second line' failed in Azure/);
			expect(run.error).toMatchObject({
				description: expect.stringContaining(
					"Endpoint 'Retail live' was changed to model 'Retail new'",
				),
			});
		}, 20_000);
	});

	it('deploys for all items and keeps their order, failed ones on the error output', async () => {
		const others = ['A', 'B', 'C'].map((displayName) => putEndpoint({ displayName }));
		const items = others.map(({ id }, number) => ({
			json: { number, model: { id: fresh.id }, endpoint: number === 1 ? null : { id } },
		}));
		const run = await deploy({}, {}, { items, onError: 'continueErrorOutput' });
		expect(run.outputs[0].map(({ json }) => json.number)).toEqual([0, 2]);
		expect(run.outputs[1].map(({ json }) => json.number)).toEqual([1]);
		expect(patches()).toHaveLength(2);
	});
});
