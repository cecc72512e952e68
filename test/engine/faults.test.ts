import fastify from 'fastify';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { postsTo } from '../support/sentRequests';

describe('when the service or the network misbehaves', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const check = async (more: Partial<NodeTest> = {}) =>
		await runNode({ node: new CheckExpiration(), credentials: credentialsFor(emulator), ...more });
	const train = async () =>
		await runNode({
			node: new TrainModel(),
			items: [{ json: { baseModel: { id: resource.baseId }, datasets: resource.datasetIds } }],
			credentials: credentialsFor(emulator),
		});
	const times = (path: RegExp) =>
		emulator
			.requests()
			.filter((request) => path.test(request.path))
			.map(({ at }) => new Date(at).getTime());

	it('honours a Retry-After of 2 seconds three times in a row', async () => {
		emulator.addFault({
			method: 'GET',
			path: /\/endpoints$/,
			kind: 'status',
			status: 429,
			headers: { 'Retry-After': '2' },
			body: { code: 'TooManyRequests', message: 'Slow down' },
			times: 3,
		});
		const run = await check();
		expect(run.status).toBe('success');
		const at = times(/\/endpoints$/);
		expect(at).toHaveLength(4);
		for (let n = 1; n < 4; n++) expect(at[n] - at[n - 1]).toBeGreaterThanOrEqual(2_000);
	});

	it('gets through two 503 answers', async () => {
		emulator.addFault({ method: 'GET', path: /\/models$/, kind: 'status', status: 503, times: 2 });
		expect((await check()).status).toBe('success');
		expect(times(/\/models$/)).toHaveLength(3);
	});

	it.each(['dropBefore', 'cutBody', 'html', 'malformed'] as const)(
		'reads again after a fault of the kind %s',
		async (kind) => {
			putModel(emulator, resource, 10);
			emulator.addFault({ method: 'GET', path: /\/models$/, kind, times: 1 });
			const run = await check();
			expect(run.outputs[0]).toHaveLength(1);
		},
	);

	describe('a POST whose answer is lost', () => {
		it.each([
			['before the effect', { kind: 'dropBefore' }],
			['after the effect', { kind: 'dropAfter' }],
			['with half the answer', { kind: 'cutBody' }],
			['behind an HTML page', { kind: 'html' }],
			['behind a 503', { kind: 'status', status: 503 }],
		] as const)('%s still makes exactly one model', async (_when, fault) => {
			emulator.addFault({ method: 'POST', path: /\/models$/, times: 1, ...fault });
			const run = await train();
			expect(run.error).toBeUndefined();
			expect(run.outputs[0][0].json).toMatchObject({ model: { reused: false } });
			expect(emulator.list('models')).toHaveLength(1);
		});

		it('is found again by a later run when nothing else helped', async () => {
			emulator.addFault({ method: 'POST', path: /\/models$/, kind: 'dropAfter', times: 1 });
			emulator.addFault({
				method: 'GET',
				path: /\/models$/,
				kind: 'status',
				status: 400,
				times: 3,
				skip: 1,
			});
			const first = await train();
			expect(first.error?.message).toMatch(/the request may have succeeded/);
			const second = await train();
			expect(second.outputs[0][0].json).toMatchObject({ model: { reused: true } });
			expect(emulator.list('models')).toHaveLength(1);
		}, 30_000);
	});

	it.each([
		[
			'of the gateway',
			{ error: { code: '401', message: 'Access denied due to invalid subscription key' } },
		],
		[
			'of the service',
			{
				code: 'Unauthorized',
				message: 'Access denied',
				innerError: { code: 'InvalidPermissions', message: 'No such key' },
			},
		],
	])('reads a 401 in the shape %s', async (_shape, body) => {
		emulator.addFault({
			method: 'GET',
			path: /./,
			kind: 'status',
			status: 401,
			headers: { 'Content-Type': 'text/plain' },
			body: JSON.stringify(body),
			times: 10,
		});
		const run = await check();
		expect(run.error?.message).toMatch(/does not accept the key|does not have permission/);
		expect(JSON.stringify(run.error)).not.toContain(emulator.key);
		expect(times(/./)).toHaveLength(1);
	});

	it.each(['@nextLink', 'self'] as const)(
		'sends nothing to another host named in %s',
		async (field) => {
			const stranger = fastify();
			const visits: string[] = [];
			stranger.all('*', ({ url }, reply) => {
				visits.push(url);
				void reply.send({});
			});
			const origin = await stranger.listen({ host: '127.0.0.1', port: 0 });
			for (let number = 0; number < 150; number++) putModel(emulator, resource, 400);
			emulator.addFault({
				method: 'GET',
				path: /\/models$/,
				kind: 'foreignLinks',
				field,
				origin,
				times: 1,
			});
			const run = await check();
			expect(run.outputs[1]).toHaveLength(150);
			expect(visits).toEqual([]);
			await stranger.close();
		},
	);

	it('never shows a key, a token or a URL query in an error', async () => {
		const leak = `see https://store.example/file.zip?sig=abc%2Fdef&key=${emulator.key} \u0007 now`;
		emulator.addFault({
			method: 'GET',
			path: /\/models$/,
			kind: 'status',
			status: 400,
			body: { code: 'InvalidRequest', message: leak, innerError: { code: 'Odd', message: leak } },
		});
		const run = await check();
		expect(run.error?.message).toBe('see https://store.example/file.zip now');
		const everything = JSON.stringify([run.error, run.outputs, run.hints]);
		expect(everything).not.toContain(emulator.key);
		expect(everything).not.toContain('sig=');
	});

	it('says which host could not be reached', async () => {
		const credentials = credentialsFor(emulator, { endpoint: 'http://127.0.0.1:9' });
		const run = await runNode({
			node: new WaitForTraining(),
			items: [{ json: { model: { id: resource.baseId } } }],
			parameters: { options: { giveUpAfterDays: 0 } },
			credentials,
			onError: 'continueRegularOutput',
		});
		expect(run.outputs[0][0].json).toMatchObject({
			wait: { outcome: 'timedOut' },
			error: expect.stringContaining('127.0.0.1:9'),
		});
	}, 40_000);

	it('refuses an endpoint that would send the key over plain http, before any request', async () => {
		const credentials = credentialsFor(emulator, { endpoint: 'http://speech.example' });
		const run = await check({ credentials });
		expect(run.error).toMatchObject({
			message: "The credential's 'Endpoint' must start with https.",
		});
	});

	it('does not send the model twice when the first POST is refused for good', async () => {
		emulator.addFault({
			method: 'POST',
			path: /\/models$/,
			kind: 'status',
			status: 400,
			body: {
				code: 'InvalidRequest',
				message: 'No',
				innerError: { code: 'QuotaViolation', message: 'Too many models' },
			},
			times: 5,
		});
		const run = await train();
		expect(run.error).toMatchObject({
			message: 'The resource has reached a limit of its pricing tier.',
			description: expect.stringContaining('Too many models (QuotaViolation)'),
		});
		expect(postsTo(emulator, '/models')).toHaveLength(1);
	});
});
