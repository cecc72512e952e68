import fastify, { type FastifyInstance } from 'fastify';
import type { INodeExecutionData } from 'n8n-workflow';

import { UploadDataset } from '../../nodes/UploadDataset/UploadDataset.node';
import { contentOfDataset } from '../support/datasetContent';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { postsTo } from '../support/sentRequests';

type Json = INodeExecutionData['json'];

const CONTENT = '\ufeffthe first sentence\nthe second sentence\n';
const SIGNATURE = 'sig=never-to-be-seen';

describe('Upload Dataset from a URL', () => {
	let emulator: Emulator;
	let host: FastifyInstance;
	let url: string;
	/** What the host tells of its file, and what it was asked. */
	const served = { content: CONTENT, headers: {} as Record<string, string>, asked: [] as object[] };
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare', speed: 100_000 });
		host = fastify();
		Object.assign(served, { content: CONTENT, headers: { etag: '"1"' }, asked: [] });
		host.all('/data/:name', async ({ method, headers }, reply) => {
			served.asked.push({ method, key: headers['ocp-apim-subscription-key'] });
			return await reply.headers(served.headers).send(served.content);
		});
		url = `${await host.listen({ port: 0, host: '127.0.0.1' })}/data/Product%20names.txt?${SIGNATURE}`;
	});
	afterEach(async () => {
		await host.close();
		await emulator.close();
	});

	const upload = async (contentUrl: string, options: object = {}, more: object = {}) =>
		await runNode({
			node: new UploadDataset(),
			items: [{ json: { locale: 'en-US' } }],
			parameters: { operation: 'url', contentUrl, options: { checkEverySeconds: 1, ...options } },
			credentials: credentialsFor(emulator),
			...more,
		});
	const datasetOf = (run: NodeRun) => run.outputs[0][0].json.dataset as Json & { id: string };
	/** Everything of a run that a person, a log or another workflow could see. */
	const seen = (run: NodeRun) =>
		JSON.stringify([run.outputs, run.hints, run.error, run.error?.message, run.error?.stack]) +
		JSON.stringify(run.workflow.raw.data.resultData);

	it('lets the service read it, and tells what it accepted', async () => {
		const run = await upload(url);
		expect(datasetOf(run)).toMatchObject({
			displayName: 'Product names',
			kind: 'Language',
			detected: 'its name ends in .txt',
			status: 'Succeeded',
			check: null,
			import: { acceptedLineCount: 2 },
		});
		expect((await contentOfDataset(emulator, datasetOf(run).id)).toString()).toBe(CONTENT);
		expect(postsTo(emulator, '/datasets')[0].body.contentUrl).toBe(url);
	});

	it('is asked for its version without key, and without reading it', async () => {
		await upload(url);
		expect(served.asked).toEqual([{ method: 'HEAD' }, { method: 'GET' }]);
	});

	describe('the same again', () => {
		it('is used while its host says that nothing has changed, whatever the signature', async () => {
			const first = await upload(url);
			const second = await upload(url.replace(SIGNATURE, 'sig=another'));
			expect(datasetOf(second)).toMatchObject({ id: datasetOf(first).id, reused: true });
		});

		it('is uploaded once its host says that it has changed', async () => {
			await upload(url);
			served.headers = { etag: '"2"' };
			expect(datasetOf(await upload(url))).toMatchObject({ reused: false });
			expect(emulator.list('datasets')).toHaveLength(2);
		});

		it.each<[string, Record<string, string>]>([
			['say', { etag: '"1"' }],
			['do not say', {}],
		])(
			'is not taken for another address, whose hosts %s what they have',
			async (_what, headers) => {
				served.headers = headers;
				const months = ['january', 'february', 'march'];
				const run = await upload(
					'={{ $json.url }}',
					{},
					{
						items: months.map((month) => ({
							json: { locale: 'en-US', url: url.replace('Product%20names', month) },
						})),
					},
				);
				const names = run.outputs[0].map(({ json }) => (json.dataset as Json).displayName);
				expect(names).toEqual(months);
				expect(postsTo(emulator, '/datasets')).toHaveLength(3);
			},
		);

		it('is uploaded when its host does not say, which is told', async () => {
			served.headers = {};
			await upload(url);
			const run = await upload(url);
			expect(datasetOf(run)).toMatchObject({ reused: false });
			expect(run.hints.map(({ message }) => message).join()).toContain(
				'does not report whether the content has changed',
			);
		});
	});

	it.each([
		['has expired', 'se=2020-01-01T00:00:00Z', /^The URL in 'URL' has expired: /],
		['has expired by the day', 'st=2019-01-01&se=2020-01-01', /^The URL in 'URL' has expired: /],
		['is not yet valid', 'st=2999-01-01T00:00:00Z', /^The URL in 'URL' does not open yet: /],
	])('that %s is told before anything is asked of anybody', async (_what, dates, words) => {
		const run = await upload(url.replace('?', `?${dates}&`));
		expect(run.error?.message).toMatch(words);
		expect([...emulator.requests(), ...served.asked]).toEqual([]);
		expect(seen(run)).not.toContain('never-to-be-seen');
	});

	it('whose dates cannot be read is left to the service', async () => {
		const run = await upload(url.replace('?', '?se=tomorrow&st=never&'));
		expect(datasetOf(run)).toMatchObject({ status: 'Succeeded' });
	});

	describe('its signature', () => {
		const nowhere = 'https://nowhere.invalid/data.txt?sig=never-to-be-seen';
		it.each<[string, () => Promise<NodeRun>]>([
			['when all goes well', async () => await upload(url)],
			['when the entity is not simplified', async () => await upload(url, {}, { simplify: false })],
			[
				'when the service refuses it',
				async () => {
					emulator.addFault({
						method: 'POST',
						path: /\/datasets$/,
						kind: 'status',
						status: 400,
						body: { code: 'InvalidRequest', message: `Cannot read ${url}, says the service.` },
					});
					return await upload(url);
				},
			],
			[
				'when its processing fails',
				async () => {
					emulator.setOutcome({
						collection: 'datasets',
						displayName: 'data',
						status: 'Failed',
						error: { code: 'DataImportFailed', message: `Nothing at ${nowhere}` },
					});
					return await upload(nowhere);
				},
			],
			['when its name leaves the kind open', async () => await upload(url.replace('txt', 'zip'))],
			['when it is no URL', async () => await upload(`htps:/x?${SIGNATURE}`)],
			[
				'when it has a password',
				async () => await upload(url.replace('//', '//never-to-be-seen@')),
			],
		])('is shown nowhere %s', async (_when, run) => {
			expect(seen(await run())).not.toContain('never-to-be-seen');
		});
	});
});
