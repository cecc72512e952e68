import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch, runNode } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { byId } from '../support/locator';

describe('an answer that is JSON but not what the service sends', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const oddly = (path: RegExp, body: unknown, times = 1) => {
		emulator.addFault({ path, kind: 'status', status: 200, body, times });
	};
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

describe('a list with entries that cannot be read', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const credentials = () => credentialsFor(emulator);
	/** The list of a path as the service gives it, read with a plain request. */
	async function listed(path: string): Promise<Array<Record<string, unknown>>> {
		const url = `${emulator.url}/speechtotext${path}?api-version=2025-10-15`;
		const headers = { 'ocp-apim-subscription-key': emulator.key };
		const { values } = (await (await fetch(url, { headers })).json()) as { values: never[] };
		emulator.clearRequests();
		return values;
	}
	const answer = (path: RegExp, values: unknown[], more: object = {}) => {
		emulator.addFault({
			path,
			method: 'GET',
			kind: 'status',
			status: 200,
			body: { values },
			...more,
		});
	};

	const ODD: unknown[] = [null, 'x', 7, [], {}, { displayName: 'odd' }, { self: 'nowhere' }];

	it.each(['models', 'endpoints', 'models/base'])(
		'keeps the others for Check Expiration, and says so once: %s',
		async (path) => {
			const model = putModel(emulator, resource, 10);
			emulator.put('endpoints', { displayName: 'Live', model: model.id });
			const [first] = await listed(`/${path}`);
			const typed = { ...first, self: String(first.self).replace(/[\da-f]{12}/, '0'.repeat(12)) };
			const values = [...ODD, first, { ...typed, locale: 7 }, { ...typed, displayName: null }];
			answer(new RegExp(`/${path}$`), values);
			const run = await runNode({
				node: new CheckExpiration(),
				items: [{ json: {} }, { json: {} }],
				credentials: credentials(),
			});
			expect(run.error).toBeUndefined();
			expect(run.outputs[0]).toMatchObject([
				{ json: { model: { id: model.id }, expiration: { state: 'expiring' } } },
			]);
			const hints = run.hints.filter(({ message }) => /omitted/.test(message));
			expect(hints).toHaveLength(1);
			expect(hints[0].message).toMatch(
				/^9 entries of the service's list of \w+ ?\w*s are not .* \(ID \S+-0{12}, \S+-0{12}\)\.$/,
			);
			expect(JSON.stringify(run.hints)).not.toMatch(/proxy/i);
			expect(emulator.requests()).toHaveLength(3);
		},
	);

	it('keeps the others for Select Baseline', async () => {
		const values = await listed('/models/base');
		answer(/\/models\/base$/, [...ODD, ...values]);
		const run = await runNode({
			node: new SelectBaseline(),
			items: [{ json: { locale: 'en-US' } }],
			credentials: credentials(),
		});
		expect(run.outputs[0][0].json).toMatchObject({ baseModel: { id: resource.baseId } });
		expect(run.hints.map(({ message }) => message).join()).toMatch(/7 entries .* omitted/);
	});

	it('keeps the others for the list a person opens', async () => {
		const model = putModel(emulator, resource, 10);
		answer(/\/models$/, [...ODD, ...(await listed('/models'))]);
		const { results } = await callListSearch(
			new CheckExpiration(),
			'searchModels',
			undefined,
			undefined,
			{ credentials: credentials(), parameters: {} },
		);
		expect(results.map(({ value }) => value)).toEqual([model.id]);
	});

	it('keeps the others for the list of locales', async () => {
		emulator.addFault({
			path: /locales$/,
			kind: 'status',
			status: 200,
			body: JSON.stringify(['en-US', null, 7, 'de-DE']),
			headers: { 'content-type': 'application/json' },
		});
		const { results } = await callListSearch(
			new SelectBaseline(),
			'searchLocales',
			undefined,
			undefined,
			{ credentials: credentials(), parameters: {} },
		);
		expect(results.map(({ value }) => value).sort()).toEqual(['de-DE', 'en-US']);
	});

	it('does not keep a wait from seeing its jobs', async () => {
		const models = Array.from({ length: 6 }, () => putModel(emulator, resource, 700));
		const values = await listed('/models');
		answer(/\/models$/, [...ODD, ...values.slice(1), { ...values[0], displayName: 7 }]);
		const run = await runNode({
			node: new WaitForTraining(),
			items: models.map(({ id }) => ({ json: { model: { id } } })),
			credentials: credentials(),
		});
		const outcomes = run.outputs[0].map(({ json }) => (json.wait as { outcome: string }).outcome);
		expect(outcomes).toEqual(Array(6).fill('succeeded'));
	});

	describe('never makes a second model of one that is there', () => {
		const train = async () =>
			await runNode({
				node: new TrainModel(),
				items: [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }],
				credentials: credentials(),
			});

		it('when that is what cannot be read', async () => {
			await train();
			const [model] = await listed('/models');
			answer(/\/models$/, [null, { ...model, displayName: 7, datasets: 'x' }], { times: 2 });
			const run = await train();
			expect(run.outputs[0][0].json).toMatchObject({ model: { reused: true } });
			expect(postsTo(emulator, '/models')).toEqual([]);
			expect(emulator.list('models')).toHaveLength(1);
		});

		it('when it does not even say what it is', async () => {
			await train();
			const [model] = await listed('/models');
			answer(/\/models$/, [{ ...model, self: null }], { times: 2 });
			const run = await train();
			expect(run.error?.message).toMatch(/^The node cannot check whether this already exists/);
			expect(postsTo(emulator, '/models')).toEqual([]);
		});

		it('when the answer was lost and something new cannot be read', async () => {
			emulator.addFault({ method: 'POST', path: /\/models$/, kind: 'dropAfter', times: 1 });
			answer(/\/models$/, [null], { skip: 1, times: 20 });
			const run = await train();
			expect(run.error?.message).toMatch(/^The response was lost/);
			expect(postsTo(emulator, '/models')).toHaveLength(1);
			expect(emulator.list('models')).toHaveLength(1);
		}, 60_000);

		it('but goes on when others cannot be read', async () => {
			answer(/\/models$/, ODD, { times: 2 });
			const run = await train();
			expect(run.outputs[0][0].json).toMatchObject({ model: { reused: false } });
			expect(run.hints.map(({ message }) => message).join()).toMatch(/7 entries .* omitted/);
		});
	});

	it('is not said to come from a proxy when it is no list at all', async () => {
		emulator.addFault({
			path: /\/models\/base$/,
			kind: 'status',
			status: 200,
			body: { a: 1 },
			times: 99,
		});
		const run = await runNode({
			node: new SelectBaseline(),
			items: [{ json: { locale: 'en-US' } }],
			credentials: credentials(),
		});
		expect(run.error?.message).toMatch(/responded with JSON in an unknown format/);
		expect(JSON.stringify(run.error)).not.toMatch(/proxy/i);
	}, 60_000);
});

describe('an ID of something else', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const ids = () => {
		const model = putModel(emulator, resource, 100);
		const project = emulator.put('projects', { displayName: 'Shop' });
		const endpoint = emulator.put('endpoints', { displayName: 'Live', model: model.id });
		return {
			'a custom model': model.id,
			'a base model': resource.baseId,
			'a dataset': resource.datasetIds[0],
			'an endpoint': endpoint.id,
			'a project': project.id,
		};
	};
	type Kind = keyof ReturnType<typeof ids>;
	const modelOf = (id: string) => ({
		operation: 'retrain',
		modelId: byId(id),
	});

	it.each<Kind>(['a base model', 'a dataset', 'an endpoint', 'a project'])(
		'is told as that where Train Model wants a model: %s',
		async (kind) => {
			const id = ids()[kind];
			const run = await runNode({
				node: new TrainModel(),
				parameters: modelOf(id),
				credentials: credentialsFor(emulator),
			});
			expect(run.error?.message).toMatch(
				new RegExp(
					`^'Model' contains the ID of ${kind} \\('.+'\\), but a custom model is required\\.$`,
				),
			);
			expect(postsTo(emulator, '/models')).toEqual([]);
		},
	);

	it.each<Kind>(['a base model', 'a dataset', 'an endpoint', 'a project'])(
		'is told as that where Check Expiration wants a model: %s',
		async (kind) => {
			const id = ids()[kind];
			const run = await runNode({
				node: new CheckExpiration(),
				parameters: { operation: 'model', modelId: modelOf(id).modelId },
				credentials: credentialsFor(emulator),
			});
			expect(run.error?.message).toContain(`'Model' contains the ID of ${kind} (`);
		},
	);

	it.each<Kind>(['a custom model', 'an endpoint'])(
		'is told as that where Select Baseline wants a base model: %s',
		async (kind) => {
			const baseModelId = byId(ids()[kind]);
			const run = await runNode({
				node: new SelectBaseline(),
				parameters: { operation: 'specific', baseModelId },
				credentials: credentialsFor(emulator),
			});
			expect(run.error?.message).toContain(`'Base Model' contains the ID of ${kind} (`);
		},
	);

	it.each<Kind>(['a base model', 'an endpoint'])('is told as that by a wait: %s', async (kind) => {
		const run = await runNode({
			node: new WaitForTraining(),
			items: [{ json: { model: { id: ids()[kind] } } }],
			credentials: credentialsFor(emulator),
		});
		expect(run.error?.message).toMatch(
			new RegExp(`^The ID in place of a model belongs to ${kind} `),
		);
	});

	it('costs nothing while the ID is right', async () => {
		await runNode({
			node: new TrainModel(),
			parameters: modelOf(ids()['a custom model']),
			credentials: credentialsFor(emulator),
		});
		expect(emulator.requests().map(({ status }) => status)).not.toContain(404);
	});

	it('that is of nothing reads as before', async () => {
		const run = await runNode({
			node: new TrainModel(),
			parameters: modelOf('1b2c3d4e-0000-4000-8000-123456789abc'),
			credentials: credentialsFor(emulator),
		});
		expect(run.error?.message).toMatch(
			/^The custom model in 'Model' does not exist in this resource/,
		);
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
			/'Give Up After \(Days\)' is not a valid number: -1/,
		],
	])(
		'fails every item under Continue and lets none pass for a success: %s',
		async (_what, credential, parameters, message) => {
			const emulator = await freshEmulator({ seed: 'bare' });
			const run = await runNode({
				node: new WaitForTraining(),
				items: [{ json: { number: 1 } }, { json: { number: 2 } }],
				parameters,
				credentials: credentialsFor(emulator, credential),
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
