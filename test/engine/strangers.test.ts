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
import { putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';
import { expectWay, FEW_STRANGERS, STRANGERS, wholeText } from '../support/strangers';
import { until } from '../support/until.mts';

const IN_TIME_MS = 30_000;

describe('an answer that is not of the service', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const host = () => new URL(emulator.url).host;
	const credentials = () => credentialsFor(emulator);
	const answer = (status: number, body = '', more: object = {}) => {
		emulator.addFault({ kind: 'stranger', status, body, times: 1_000, ...more });
	};
	const textOf = ({ error }: NodeRun) => wholeText(error);

	it('ends every node within half a minute, and names host and proxy', async () => {
		answer(403, '<h1>Blocked</h1>', { headers: { via: '1.1 squid.example' } });
		const model = { id: putModel(emulator, resource, 700).id };
		const endpoint = emulator.put('endpoints', { displayName: 'Live', model: model.id });
		const datasets = resource.datasetIds;
		const file = { data: { data: 'aGVsbG8=', mimeType: 'text/plain', fileName: 'x.txt' } };
		const begun = Date.now();
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
					await runNode({ ...test, items: [{ json, binary: file }], credentials: credentials() }),
			),
		);
		expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
		for (const run of runs) {
			expectWay(textOf(run), host());
			expect(textOf(run)).toContain("calls itself '1.1 squid.example'");
		}
		expect(emulator.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
	}, 60_000);

	it.each(STRANGERS)('is borne while it passes: %s', async (_what, status, body) => {
		answer(status, body, { times: 2 });
		const run = await runNode({ node: new CheckExpiration(), credentials: credentials() });
		expect(run.error).toBeUndefined();
	});

	it.each([
		['a list', 'searchModels'],
		['the list of locales', 'searchLocales'],
	])('ends %s of the editor as it ends a node', async (_what, search) => {
		answer(403, '<h1>Blocked</h1>');
		const begun = Date.now();
		const opened = callListSearch(new SelectBaseline(), search, undefined, undefined, {
			credentials: credentials(),
			parameters: {},
		});
		const said = await opened.then(() => '', wholeText);
		expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
		expectWay(said, host());
	});

	it.each(STRANGERS)('is told by the test of the credential: %s', async (_what, status, body) => {
		answer(status, body);
		const data = credentials().azureCustomSpeechApi;
		const credential = { id: '1', name: 'Speech', type: 'azureCustomSpeechApi', data };
		const verdict = await credentialTest.testResourceKey.call(credentialTestContext(), credential);
		expect(verdict.status).toBe('Error');
		expectWay(verdict.message, host());
	});

	describe('to what starts something', () => {
		const train = async () =>
			await runNode({
				node: new TrainModel(),
				items: [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }],
				credentials: credentials(),
			});

		it.each(FEW_STRANGERS)(
			'is a lost answer: one model is made behind %s',
			async (_w, status, body) => {
				answer(status, body, { method: 'POST', path: /\/models$/, times: 1 });
				const run = await train();
				expect(run.outputs[0][0].json).toMatchObject({ model: { reused: false } });
				expect(emulator.list('models')).toHaveLength(1);
				expect(postsTo(emulator, '/models')).toHaveLength(2);
			},
		);

		it('is never sent a third time, and ends within half a minute', async () => {
			answer(403, '<h1>Blocked</h1>', { method: 'POST' });
			const begun = Date.now();
			const run = await train();
			expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
			expect(run.error?.message).toMatch(/^The answer to the request was lost/);
			expectWay(textOf(run), host());
			expect(postsTo(emulator, '/models')).toHaveLength(2);
		}, 40_000);

		it('ends within half a minute when the looks meet it as well', async () => {
			answer(403, '<h1>Blocked</h1>', { method: 'GET', path: /\/models$/, skip: 1 });
			answer(403, '<h1>Blocked</h1>', { method: 'POST' });
			const begun = Date.now();
			const run = await train();
			expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
			expectWay(textOf(run), host());
			expect(postsTo(emulator, '/models')).toHaveLength(1);
		}, 60_000);
	});

	it('never passes for an entity that is gone', async () => {
		answer(404, '<h1>Not Found</h1>', { path: resource.baseId });
		const run = await runNode({
			node: new TrainModel(),
			items: [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }],
			credentials: credentials(),
		});
		expectWay(textOf(run), host());
	}, 40_000);

	it('is not the 404 of the gateway, which tells of the place that was asked', async () => {
		const body = { error: { code: '404', message: 'Resource not found' } };
		emulator.addFault({ kind: 'status', status: 404, body });
		const run = await runNode({
			node: new CheckExpiration(),
			credentials: credentials(),
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
		await emulator.close();
	});

	const inTraining = () =>
		putModel(emulator, resource, null, { displayName: 'Retail', status: 'Running' });
	const wait = (ids: string[], options: object) => ({
		node: new WaitForTraining(),
		items: ids.map((id) => ({ json: { model: { id } } })),
		credentials: credentialsFor(emulator),
		parameters: { options: { ...options } },
		onError: 'continueErrorOutput' as const,
	});
	const stranger = (status: number, body: string, more: object = {}) => {
		emulator.addFault({ kind: 'stranger', status, body, times: 1_000, ...more });
	};

	it.each(FEW_STRANGERS)(
		'in process bears it: %s',
		async (_what, status, body) => {
			const { id } = inTraining();
			const { finished } = startNode(wait([id], { waitWhere: 'inProcess', checkEverySeconds: 1 }));
			await until(() => emulator.requests().length > 0);
			const before = emulator.requests().length;
			stranger(status, body, { times: 3 });
			await until(() => emulator.requests().length > before + 3);
			emulator.finish('models', id);
			expect((await finished).outputs[0][0].json).toMatchObject({ wait: { outcome: 'succeeded' } });
		},
		40_000,
	);

	it.each([
		['one job', 1],
		['so many that a list is read', 5],
	])(
		'in process bears it until Give Up After: %s',
		async (_what, count) => {
			const ids = Array.from({ length: count }, () => inTraining().id);
			const days = 20 / 86_400;
			const { finished } = startNode(
				wait(ids, { waitWhere: 'inProcess', checkEverySeconds: 1, giveUpAfterDays: days }),
			);
			await until(() => emulator.requests().length > 0);
			stranger(404, '<h1>Not Found</h1>');
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
		const { id } = inTraining();
		let { workflow: run } = await runNode(wait([id], { checkEverySeconds: 120 }));
		stranger(407, '', { times: 1_000 });
		run = await run.resume();
		expect(run.status).toBe('waiting');
		emulator.clearFaults();
		emulator.finish('models', id);
		run = await run.resume();
		expect(run.of('Wait For Training').outputs[0][0].json).toMatchObject({
			wait: { outcome: 'succeeded', looks: 3 },
		});
	}, 60_000);

	it('stored bears it until Give Up After, and tells of it at the end', async () => {
		const { id } = inTraining();
		const options = { checkEverySeconds: 120, giveUpAfterDays: 3 / 1440 };
		let { workflow: run } = await runNode(wait([id], options));
		stranger(403, '<h1>Blocked</h1>');
		run = await run.resume();
		expect(run.status).toBe('waiting');
		const real = Date.now.bind(Date);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + 181_000);
		run = await run.resume();
		clock.mockRestore();
		const { json } = run.of('Wait For Training').outputs[1][0];
		expect(json).toMatchObject({ details: { wait: { outcome: 'timedOut' } } });
		expect(json.error).toMatch(/At the last look: \S+ answers, but not as Azure Custom Speech/);
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
