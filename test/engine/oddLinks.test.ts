import fastify, { type FastifyInstance } from 'fastify';
import type { INodeParameters, INodeType } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { inDays, putModel, stockUp, type Resource } from '../support/resource';
import { sentWith } from '../support/sentRequests';
import { byId } from '../support/locator';

describe('a link to the next page', () => {
	let server: FastifyInstance;
	let stranger: FastifyInstance;
	let origin: string;
	let elsewhere: string;
	let asked: string[];
	let visits: string[];
	/** How the service writes the link to a page. */
	let linkTo: (query: string) => unknown;

	const PATH = '/speechtotext/models/base';
	const entry = (number: number) => ({
		self: `${origin}${PATH}/1b2c3d4e-0000-4000-8000-${String(number).padStart(12, '0')}`,
		displayName: `Base ${number}`,
		locale: 'en-US',
		createdDateTime: inDays(number - 300),
		properties: { deprecationDates: { adaptationDateTime: inDays(300) } },
	});

	beforeEach(async () => {
		[server, stranger] = [fastify(), fastify()];
		[asked, visits] = [[], []];
		server.all('*', async ({ url }, reply) => {
			asked.push(url);
			const { pathname, searchParams } = new URL(url, origin);
			if (pathname !== PATH)
				return await reply.code(404).send({ code: 'NotFound', message: 'No.' });
			const skip = Number(searchParams.get('skip') ?? 0);
			const values = [0, 1].map((index) => entry(skip + index));
			const query = `skip=${skip + 2}&top=100`;
			return { values, ...(skip < 4 && { '@nextLink': linkTo(query) }) };
		});
		stranger.all('*', ({ url }, reply) => {
			visits.push(url);
			void reply.send();
		});
		origin = await server.listen({ host: '127.0.0.1', port: 0 });
		elsewhere = await stranger.listen({ host: '127.0.0.1', port: 0 });
	});
	afterEach(async () => {
		await Promise.all([server.close(), stranger.close()]);
	});

	const select = async () => {
		const credentials = credentialsFor({ url: origin, key: 'test-key' } as Emulator);
		const items = [{ json: { locale: 'en-US' } }];
		return await runNode({ node: new SelectBaseline(), items, credentials });
	};

	it.each<[string, (query: string) => string]>([
		['is relative', (query) => `${PATH}?${query}`],
		['is a query alone', (query) => `?${query}`],
		['is in another case', (query) => `${origin.toUpperCase()}/SpeechToText/Models/Base?${query}`],
		['has a slash too many', (query) => `${origin}${PATH}/?${query}`],
		['leads to another collection', (query) => `${origin}/speechtotext/models?${query}`],
		['leads to another host', (query) => `${elsewhere}${PATH}?${query}`],
		[
			'leads to another host without a scheme',
			(query) => `//${elsewhere.slice(7)}${PATH}?${query}`,
		],
		['has a user name', (query) => `${origin.replace('//', '//me:word@')}${PATH}?${query}`],
		['is of another version', (query) => `${origin}${PATH}?${query}&api-version=2020-01-01`],
	])('that %s is followed at the own host and list', async (_what, written) => {
		linkTo = written;
		const run = await select();
		expect(run.outputs[0][0].json).toMatchObject({ baseModel: { displayName: 'Base 5' } });
		expect(visits).toEqual([]);
		expect(asked).toHaveLength(3);
		for (const url of asked) {
			const { pathname, searchParams } = new URL(url, origin);
			expect(pathname).toBe(PATH);
			expect(searchParams.getAll('api-version')).toEqual(['2025-10-15']);
			expect(searchParams.get('filter')).toBe("locale eq 'en-US'");
		}
	});

	it.each<[string, (query: string) => unknown, RegExp]>([
		['without a query', () => `${elsewhere}${PATH}`, /link to the next page .* not valid/],
		['that is not text', () => ({ skip: 2 }), /link to the next page .* not valid/],
		['back to a page already read', () => '?skip=2&top=100', /a list that has no end/],
	])('%s is an error, and never the end of the list', async (_what, written, words) => {
		linkTo = written;
		const run = await select();
		expect(run.error?.message).toMatch(words);
		expect(visits).toEqual([]);
		expect(asked.length).toBeLessThan(4);
	});

	it.each([[null], [undefined], ['']])('that is %j ends the list', async (link) => {
		linkTo = () => link;
		expect((await select()).outputs[0][0].json).toMatchObject({
			baseModel: { displayName: 'Base 1' },
		});
	});
});

describe('a base model that the service names as it names custom models', () => {
	let emulator: Emulator;
	let resource: Resource;
	let model: { id: string };
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
		resource = stockUp(emulator);
		model = putModel(emulator, resource, 100);
	});
	afterEach(async () => {
		await emulator.close();
	});

	/** Has each answer with these entities name its base model under `/models`. */
	async function renamed(path: string, times = 9): Promise<void> {
		const url = `${emulator.url}/speechtotext${path}?api-version=2025-10-15`;
		const headers = { 'ocp-apim-subscription-key': emulator.key };
		const text = await (await fetch(url, { headers })).text();
		const body = text.replaceAll(`/models/base/${resource.baseId}`, `/models/${resource.baseId}`);
		expect(body).not.toBe(text);
		emulator.addFault({
			method: 'GET',
			path: new RegExp(`${path}$`),
			kind: 'status',
			status: 200,
			headers: { 'content-type': 'application/json' },
			body,
			times,
		});
		emulator.clearRequests();
	}
	const run = async (node: INodeType, parameters: INodeParameters = {}, json = {}) =>
		await runNode({
			node,
			parameters,
			items: [{ json }],
			credentials: credentialsFor(emulator),
		});

	it('is known to Check Expiration as that of a model', async () => {
		await renamed('/models');
		const { outputs } = await run(new CheckExpiration());
		expect(outputs[1]).toMatchObject([
			{ json: { model: { baseModelId: resource.baseId }, expiration: { newerBaseModelId: null } } },
		]);
	});

	it('is known to Check Expiration as that of an endpoint', async () => {
		emulator.put('endpoints', { displayName: 'Live', model: resource.baseId });
		await renamed('/endpoints');
		const { outputs } = await run(new CheckExpiration(), { operation: 'endpoints' });
		const [item] = [...outputs[0], ...outputs[1]];
		expect(JSON.stringify(item.json)).not.toContain('its model is not in this resource');
	});

	it('is what Test Model compares with', async () => {
		await renamed(`/models/${model.id}`);
		const data = emulator.put('datasets', { displayName: 'Calls', kind: 'Acoustic' });
		const { error } = await run(new TestModel(), {
			modelId: byId(model.id),
			testDatasetId: byId(data.id),
			compareWith: 'base',
		});
		expect(error).toBeUndefined();
		const [{ body }] = sentWith(emulator, 'POST');
		expect(body.model1?.self).toContain(`/models/base/${resource.baseId}`);
	});

	it('is what Test Model compares with when an endpoint serves it', async () => {
		const { id } = emulator.put('endpoints', { displayName: 'Live', model: resource.baseId });
		await renamed(`/endpoints/${id}`);
		const data = emulator.put('datasets', { displayName: 'Calls', kind: 'Acoustic' });
		const { error } = await run(new TestModel(), {
			modelId: byId(model.id),
			testDatasetId: byId(data.id),
			compareWith: 'endpoint',
			endpointId: byId(id),
		});
		expect(error).toBeUndefined();
		const [{ body }] = sentWith(emulator, 'POST');
		expect(body.model1?.self).toContain(`/models/base/${resource.baseId}`);
	});

	it('tells Train Model what a retraining costs', async () => {
		const named = (id: string) => ({ self: `${emulator.url}/speechtotext/models/${id}` });
		emulator.addFault({
			method: 'POST',
			path: /\/models$/,
			kind: 'status',
			status: 201,
			body: { ...named(model.id), displayName: 'x', baseModel: named(resource.baseId) },
		});
		const made = await run(new TrainModel(), { operation: 'retrain', modelId: byId(model.id) });
		expect(made.outputs[0][0].json).toMatchObject({ model: { charged: false } });
	});

	it('is remembered by Deploy Model as a base model', async () => {
		const { id } = emulator.put('endpoints', { displayName: 'Live', model: resource.baseId });
		await renamed(`/endpoints/${id}`, 1);
		const { error } = await run(new DeployModel(), {
			operation: 'update',
			modelId: byId(model.id),
			endpointId: byId(id),
			options: { checkEverySeconds: 1 },
		});
		expect(error).toBeUndefined();
		const [{ body }] = sentWith(emulator, 'PATCH');
		expect(JSON.stringify(body.customProperties)).toContain(`models/base/${resource.baseId}`);
	});
});
