import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialTest } from '../../nodes/shared/n8n/authentication';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import {
	callListSearch,
	credentialTestContext,
	runNode,
	startNode,
	type NodeRun,
} from '../support/engine';
import { hurry } from '../support/hurry';
import { putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { expectWay, FEW_STRANGERS, STRANGERS, wholeText } from '../support/strangers';
import { until } from '../support/until.mts';

const IN_TIME_MS = 30_000;

type Case = (typeof STRANGERS)[number];

const textOf = ({ error }: NodeRun) => wholeText(error);
const hostOf = ({ url }: Emulator) => new URL(url).host;
const answer = (emulator: Emulator, status: number, body = '', more: object = {}) => {
	emulator.addFault({ kind: 'stranger', status, body, times: 1_000, ...more });
};

/** Runs something with a resource of its own. */
async function withOwn<T>(task: (emulator: Emulator, resource: Resource) => Promise<T>) {
	const emulator = await freshEmulator({ seed: 'bare' });
	try {
		return await task(emulator, stockUp(emulator));
	} finally {
		await emulator.close();
	}
}

/** What comes of every case; all run at the same time, each with a resource of its own. */
async function atOnce<T>(
	cases: Case[],
	task: (emulator: Emulator, resource: Resource, given: Case) => Promise<T>,
) {
	return await Promise.all(
		cases.map(async (given) => ({
			what: given[0],
			result: await withOwn(async (...own) => await task(...own, given)),
		})),
	);
}

const each = (cases: Case[], result: unknown) => cases.map(([what]) => ({ what, result }));

const train = async (emulator: Emulator, { baseId, datasetIds }: Resource) =>
	await runNode({
		node: new TrainModel(),
		items: [{ json: { baseModel: { id: baseId }, datasets: datasetIds } }],
		credentials: credentialsFor(emulator),
	});

const searched = async (emulator: Emulator, search: string) =>
	await callListSearch(new SelectBaseline(), search, undefined, undefined, {
		credentials: credentialsFor(emulator),
		parameters: {},
	}).then(() => '', wholeText);

/** What only waits, each with a resource of its own: it all runs at the same time, and nothing shortens the waits. */
const REALLY_TRIED: Record<string, () => Promise<void>> = {
	'ends every node and list within half a minute, and names host and proxy': async () => {
		await withOwn(async (emulator, resource) => {
			answer(emulator, 403, '<h1>Blocked</h1>', { headers: { via: '1.1 squid.example' } });
			const model = { id: putModel(emulator, resource, 700).id };
			const endpoint = emulator.put('endpoints', { displayName: 'Live', model: model.id });
			const datasets = resource.datasetIds;
			const file = { data: { data: 'aGVsbG8=', mimeType: 'text/plain', fileName: 'x.txt' } };
			const begun = Date.now();
			const ending = Promise.all(
				['searchModels', 'searchLocales'].map(async (search) => await searched(emulator, search)),
			);
			const runs = await Promise.all(
				[
					{ node: new SelectBaseline(), json: { locale: 'en-US' } },
					{ node: new CheckExpiration(), json: {} },
					{ node: new TrainModel(), json: { datasets, locale: 'en-US' } },
					{ node: new TestModel(), json: { model, testDataset: { id: datasets[0] } } },
					{ node: new DeployModel(), json: { model, endpoint: { id: endpoint.id } } },
					{
						node: new UploadDataset(),
						json: { locale: 'en-US' },
						parameters: { kind: 'Language' },
					},
				].map(
					async ({ json, ...test }) =>
						await runNode({
							...test,
							items: [{ json, binary: file }],
							credentials: credentialsFor(emulator),
						}),
				),
			);
			const texts = [...runs.map(textOf), ...(await ending)];
			expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
			for (const text of texts) {
				expectWay(text, hostOf(emulator));
				expect(text).toContain("identifies itself as '1.1 squid.example'");
			}
			expect(emulator.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
		});
	},

	'is borne while it passes': async () => {
		const errors = await atOnce(STRANGERS, async (emulator, _resource, [, status, body]) => {
			answer(emulator, status, body, { times: 2 });
			return (await runNode({ node: new CheckExpiration(), credentials: credentialsFor(emulator) }))
				.error;
		});
		expect(errors).toEqual(each(STRANGERS, undefined));
	},

	'is a lost answer to what starts something: one model is made behind it': async () => {
		const made = await atOnce(FEW_STRANGERS, async (emulator, resource, [, status, body]) => {
			answer(emulator, status, body, { method: 'POST', path: /\/models$/, times: 1 });
			const { outputs } = await train(emulator, resource);
			return {
				json: outputs[0][0].json,
				models: emulator.list('models').length,
				posts: postsTo(emulator, '/models').length,
			};
		});
		const json = expect.objectContaining({ model: expect.objectContaining({ reused: false }) });
		expect(made).toEqual(each(FEW_STRANGERS, { json, models: 1, posts: 2 }));
	},

	'lets what starts something be sent twice at most, and end within half a minute': async () => {
		await withOwn(async (emulator, resource) => {
			answer(emulator, 403, '<h1>Blocked</h1>', { method: 'POST' });
			const begun = Date.now();
			const run = await train(emulator, resource);
			expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
			expect(run.error?.message).toMatch(/^The response was lost/);
			expectWay(textOf(run), hostOf(emulator));
			expect(postsTo(emulator, '/models')).toHaveLength(2);
		});
	},

	'ends what starts something within half a minute when the looks meet it as well': async () => {
		await withOwn(async (emulator, resource) => {
			answer(emulator, 403, '<h1>Blocked</h1>', { method: 'GET', path: /\/models$/, skip: 1 });
			answer(emulator, 403, '<h1>Blocked</h1>', { method: 'POST' });
			const begun = Date.now();
			const run = await train(emulator, resource);
			expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
			expectWay(textOf(run), hostOf(emulator));
			expect(postsTo(emulator, '/models')).toHaveLength(1);
		});
	},
};

describe('an answer that is not of the service, for as long as a request is really tried,', () => {
	const shown = new Map<string, PromiseSettledResult<void>>();
	beforeAll(async () => {
		const shows = Object.entries(REALLY_TRIED);
		const ends = await Promise.allSettled(
			shows.map(async ([, show]) => {
				await show();
			}),
		);
		shows.forEach(([what], place) => shown.set(what, ends[place]));
	});

	it.each(Object.keys(REALLY_TRIED))('%s', (what) => {
		expect(shown.get(what)).toEqual({ status: 'fulfilled', value: undefined });
	});
});

describe('an answer that is not of the service', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await emulator.close();
	});

	it.each(STRANGERS)('is told by the test of the credential: %s', async (_what, status, body) => {
		answer(emulator, status, body);
		const data = credentialsFor(emulator).azureCustomSpeechApi;
		const credential = { id: '1', name: 'Speech', type: 'azureCustomSpeechApi', data };
		const verdict = await credentialTest.testResourceKey.call(credentialTestContext(), credential);
		expect(verdict.status).toBe('Error');
		expectWay(verdict.message, hostOf(emulator));
	});

	it('never passes for an entity that is gone', async () => {
		hurry();
		answer(emulator, 404, '<h1>Not Found</h1>', { path: resource.baseId });
		const run = await train(emulator, resource);
		expectWay(textOf(run), hostOf(emulator));
	}, 40_000);

	it('is not the 404 of the gateway, which tells of the place that was asked', async () => {
		const body = { error: { code: '404', message: 'Resource not found' } };
		emulator.addFault({ kind: 'status', status: 404, body });
		const run = await runNode({
			node: new CheckExpiration(),
			credentials: credentialsFor(emulator),
		});
		expect(textOf(run)).toMatch(/does not have Azure Custom Speech at this address\. Check the/);
		expect(emulator.requests()).toHaveLength(1);
	});
});

describe('a wait that meets an answer not of the service', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await emulator.close();
	});

	const inTraining = (own = emulator, stock = resource) =>
		putModel(own, stock, null, { displayName: 'Retail', status: 'Running' });
	const wait = (ids: string[], options: object, own = emulator) => ({
		node: new WaitForTraining(),
		items: ids.map((id) => ({ json: { model: { id } } })),
		credentials: credentialsFor(own),
		parameters: { options: { ...options } },
		onError: 'continueErrorOutput' as const,
	});
	it('in process bears it', async () => {
		const done = await atOnce(FEW_STRANGERS, async (own, stock, [, status, body]) => {
			const { id } = inTraining(own, stock);
			const options = { waitWhere: 'inProcess', checkEverySeconds: 1 };
			const { finished } = startNode(wait([id], options, own));
			await until(() => own.requests().length > 0);
			const before = own.requests().length;
			answer(own, status, body, { times: 3 });
			await until(() => own.requests().length > before + 3);
			own.finish('models', id);
			return (await finished).outputs[0][0].json.wait;
		});
		const succeeded = expect.objectContaining({ outcome: 'succeeded' });
		expect(done).toEqual(each(FEW_STRANGERS, succeeded));
	}, 40_000);

	it.each([
		['one job', 1],
		['so many that a list is read', 5],
	])(
		'in process bears it until Give Up After: %s',
		async (_what, count) => {
			hurry();
			const ids = Array.from({ length: count }, () => inTraining().id);
			const days = 4 / 86_400;
			const { finished } = startNode(
				wait(ids, { waitWhere: 'inProcess', checkEverySeconds: 1, giveUpAfterDays: days }),
			);
			await until(() => emulator.requests().length > 0);
			answer(emulator, 404, '<h1>Not Found</h1>');
			const { outputs } = await finished;
			expect(outputs[0]).toEqual([]);
			for (const { json } of outputs[1]) {
				expect(json).toMatchObject({ details: { wait: { outcome: 'timedOut' } } });
				expect(json.error).not.toMatch(/was deleted|never existed/);
			}
			expect(outputs[1]).toHaveLength(count);
		},
		90_000,
	);

	it('stored bears it at a look, and goes on', async () => {
		hurry();
		const { id } = inTraining();
		let { workflow: run } = await runNode(wait([id], { checkEverySeconds: 120 }));
		answer(emulator, 407, '', { times: 1_000 });
		run = await run.resume();
		expect(run.status).toBe('waiting');
		emulator.clearFaults();
		emulator.finish('models', id);
		run = await run.resume();
		expect(run.of('Wait For Training').outputs[0][0].json).toMatchObject({
			wait: { outcome: 'succeeded', checks: 3 },
		});
	}, 60_000);

	it('stored bears it until Give Up After, and tells of it at the end', async () => {
		hurry();
		const { id } = inTraining();
		const options = { checkEverySeconds: 120, giveUpAfterDays: 3 / 1440 };
		let { workflow: run } = await runNode(wait([id], options));
		answer(emulator, 403, '<h1>Blocked</h1>');
		run = await run.resume();
		expect(run.status).toBe('waiting');
		const real = Date.now.bind(Date);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + 181_000);
		run = await run.resume();
		clock.mockRestore();
		const { json } = run.of('Wait For Training').outputs[1][0];
		expect(json).toMatchObject({ details: { wait: { outcome: 'timedOut' } } });
		expect(json.error).toMatch(/Last check: \S+ responds, but not as Azure Custom Speech/);
	}, 90_000);

	it.each([
		['the gateway', { error: { code: '404', message: 'Resource not found' } }],
		['the service by another code', { code: 'InvalidRequest', message: 'No.' }],
	])('bears for a time also a 404 of %s, once a look has shown the job', async (_what, body) => {
		const { id } = inTraining();
		let { workflow: run } = await runNode(wait([id], { checkEverySeconds: 120 }));
		emulator.addFault({ kind: 'status', status: 404, body, times: 1 });
		run = await run.resume();
		expect(run.status).toBe('waiting');
		emulator.finish('models', id);
		run = await run.resume();
		expect(run.status).toBe('success');
	});

	it('still fails at once when the service itself says that the model is gone', async () => {
		const { id } = inTraining();
		let { workflow: run } = await runNode(wait([id], { checkEverySeconds: 120 }));
		emulator.remove('models', id);
		run = await run.resume();
		expect(run.of('Wait For Training').outputs[1][0].json).toMatchObject({
			error: expect.stringMatching(/was deleted or never existed/),
			details: { wait: { outcome: 'failed' } },
		});
	});
});
