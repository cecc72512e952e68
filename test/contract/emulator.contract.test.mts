import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { lastTraining } from '../emulator/baseModels.mts';
import { idAt, ref, valuesOf, type AnswerBody } from '../support/answer.mts';
import { defined } from '../support/defined';
import { startEmulator, type Emulator } from '../support/emulator';
import { until } from '../support/until.mts';
import { loadContract } from './contract.mts';

const contract = loadContract();

/** Operations of the contract the emulator does not answer, with the reason. Keep it empty if you can. */
const NOT_IMPLEMENTED = {};

describe('the emulator and the contract', () => {
	let emulator: Emulator;
	let receiver: http.Server;
	const driven = new Set<string | undefined>();

	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'demo' });
		receiver = http.createServer((request, response) => {
			const url = new URL(String(request.url), 'http://localhost');
			response.end(url.searchParams.get('validationToken') ?? '');
		});
		await new Promise((resolve) =>
			receiver.listen(0, '127.0.0.1', () => {
				resolve(undefined);
			}),
		);
	});
	afterAll(async () => {
		await emulator.close();
		receiver.closeAllConnections();
		receiver.close();
	});

	/** One real request, checked on both sides against the contract. */
	async function drive(
		method: string,
		path: string,
		{
			body,
			query = {},
			type,
			raw,
			wrong = false,
		}: {
			body?: unknown;
			query?: Record<string, string>;
			type?: string;
			raw?: Buffer<ArrayBuffer>;
			wrong?: boolean;
		} = {},
	) {
		const all = { 'api-version': '2025-10-15', ...query };
		const contentType = type ?? (body === undefined ? undefined : 'application/json');
		const answer = await fetch(`${emulator.url}/speechtotext${path}?${new URLSearchParams(all)}`, {
			method,
			headers: {
				'Ocp-Apim-Subscription-Key': emulator.key,
				...(contentType ? { 'content-type': contentType } : {}),
			},
			body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
		});
		const text = await answer.text();
		const seen = { method, path, query: all, body: body ?? raw, contentType };
		const { headers, status } = answer;
		const parsed = text === '' ? undefined : (JSON.parse(text) as AnswerBody);
		if (!wrong) expect(contract.validateRequest(seen)).toEqual([]);
		expect(contract.validateResponse({ method, path, status, body: parsed, headers })).toEqual([]);
		if (status === 201 && method === 'POST') expect(headers.get('location')).toBe(parsed?.self);
		const operation = contract.operationId(method, path);
		if (status < 400) driven.add(operation);
		return { status, headers, body: parsed ?? {}, id: parsed?.self ? idAt(parsed.self) : '' };
	}

	function seeded(collection: string, displayName: string) {
		return defined(emulator.list(collection).find((one) => one.displayName === displayName));
	}

	it.each(['datasets', 'models', 'endpoints', 'evaluations', 'projects'])(
		'lists the locales of %s',
		async (group) => {
			expect((await drive('GET', `/${group}/locales`)).status).toBe(200);
		},
	);

	it.each([
		'datasets',
		'models',
		'models/base',
		'endpoints',
		'evaluations',
		'projects',
		'webhooks',
	])('lists %s page by page', async (group) => {
		const page = await drive('GET', `/${group}`, { query: { top: '1' } });
		expect(page.status).toBe(200);
	});

	it('takes a project through its life', async () => {
		const body = {
			displayName: 'P',
			locale: 'en-US',
			foundryProjectName: 'f',
			customProperties: { a: 'b' },
		};
		const { id, headers } = await drive('POST', '/projects', { body });
		expect(headers.get('location')).toContain(id);
		await drive('GET', `/projects/${id}`);
		await drive('PATCH', `/projects/${id}`, { body: { description: 'd' } });
		for (const list of ['evaluations', 'datasets', 'endpoints', 'models', 'transcriptions']) {
			await drive('GET', `/projects/${id}/${list}`);
		}
		expect((await drive('DELETE', `/projects/${id}`)).status).toBe(204);
	});

	it('takes a dataset by URL through its life', async () => {
		const project = ref(seeded('projects', 'Contact center'));
		const { id, status } = await drive('POST', '/datasets', {
			body: {
				displayName: 'D',
				locale: 'en-US',
				kind: 'Language',
				contentUrl: 'https://storage.example/data.txt?sig=x',
				project,
				properties: { textNormalizationKind: 'None' },
			},
		});
		expect(status).toBe(201);
		const early = await drive('GET', `/datasets/${id}`);
		expect(early.headers.get('retry-after')).toBe('1');
		emulator.finish('datasets', id);
		await drive('GET', `/datasets/${id}`);
		await drive('PATCH', `/datasets/${id}`, {
			body: { displayName: 'E', project },
			type: 'application/merge-patch+json',
		});
		const files = await drive('GET', `/datasets/${id}/files`, {
			query: { sasLifetimeMinutes: '5' },
		});
		await drive('GET', `/datasets/${id}/files/${idAt(valuesOf(files.body)[0].self)}`);
		expect((await drive('DELETE', `/datasets/${id}`)).status).toBe(204);
	});

	it('takes a dataset by blocks', async () => {
		const body = { displayName: 'B', locale: 'en-US', kind: 'Language' };
		const { id } = await drive('POST', '/datasets', { body });
		const type = 'application/octet-stream';
		for (const blockid of ['AAA=', 'AAE=']) {
			const put = { query: { blockid }, type, raw: Buffer.from('one line\n') };
			expect((await drive('PUT', `/datasets/${id}/blocks`, put)).status).toBe(201);
		}
		const { body: blocks } = await drive('GET', `/datasets/${id}/blocks`);
		expect(blocks.uncommittedBlocks).toHaveLength(2);
		const list = ['AAA=', 'AAE='].map((one) => ({ kind: 'Uncommitted', id: one }));
		const commit = await drive('POST', `/datasets/${id}/blocks:commit`, { body: list });
		expect(commit.status).toBe(200);
		expect((await drive('GET', `/datasets/${id}/blocks`)).body.committedBlocks).toHaveLength(2);
	});

	it('shows a dataset some or all of whose lines were rejected as the contract has it', async () => {
		const { id } = emulator.put('datasets', { kind: 'Pronunciation' });
		for (const [text, status] of [
			['\ufeffCNTK\tc n t k\nbad', 'Succeeded'],
			['bad', 'Failed'],
		]) {
			await emulator.putContent(id, text);
			const { body } = await drive('GET', `/datasets/${id}`);
			expect(body.status).toBe(status);
			const files = await drive('GET', `/datasets/${id}/files`);
			await drive('GET', `/datasets/${id}/files/${idAt(valuesOf(files.body)[0].self)}`);
		}
	});

	it('takes a custom model through its life', async () => {
		const base = emulator
			.list('baseModels')
			.find(
				({ locale, properties }) =>
					locale === 'en-US' && properties?.features?.supportsAdaptationsWith?.length === 6,
			);
		const datasets = emulator
			.list('datasets')
			.filter(({ project }) => project)
			.map(ref);
		const { id } = await drive('POST', '/models', {
			body: {
				displayName: 'M',
				locale: 'en-US',
				...(base && lastTraining(base) > Date.now() ? { baseModel: ref(base) } : {}),
				datasets,
				project: ref(seeded('projects', 'Contact center')),
				properties: { customModelWeightPercent: 50 },
				customProperties: { fingerprint: 'x' },
			},
		});
		await drive('GET', `/models/${id}`);
		emulator.finish('models', id);
		await drive('GET', `/models/${id}`);
		await drive('PATCH', `/models/${id}`, { body: { customProperties: { other: 'y' } } });
		const files = await drive('GET', `/models/${id}/files`);
		await drive('GET', `/models/${id}/files/${idAt(valuesOf(files.body)[0].self)}`);
		await drive('GET', `/models/${id}/manifest`, { query: { sasLifetimeMinutes: '5' } });
		const authorization = await drive('POST', '/models:authorizecopy', {
			body: { sourceResourceId: '/subscriptions/s/accounts/source' },
		});
		const copy = await drive('POST', `/models/${id}:copy`, { body: authorization.body });
		expect(copy.status).toBe(202);
		expect(copy.headers.get('operation-location')).toContain(copy.body.id);
		const operation = defined(copy.body.id);
		emulator.finish('operations', operation);
		emulator.finish('models', defined(emulator.list('models').at(-1)).id);
		const done = await drive('GET', `/operations/models/copy/${operation}`);
		await drive('GET', `/models/${idAt(done.body.result?.link)}`);
		expect((await drive('DELETE', `/models/${id}`)).status).toBe(204);
	});

	it.each(['models', 'evaluations', 'endpoints'])(
		'shows one of the %s that failed as the contract has it',
		async (group) => {
			const model = seeded('models', 'Retail en-US').id;
			const dataset = emulator.put('datasets', { kind: 'Acoustic' }).id;
			const refs = group === 'evaluations' ? { model1: model, model2: model, dataset } : { model };
			const failed = emulator.put(group, { status: 'Failed', ...(group === 'models' ? {} : refs) });
			const { body } = await drive('GET', `/${group}/${failed.id}`);
			expect(body.properties?.error?.code).toBeTruthy();
			emulator.remove(group, failed.id);
		},
	);

	it('shows base models', async () => {
		const [base] = emulator.list('baseModels');
		await drive('GET', `/models/base/${base.id}`);
		await drive('GET', `/models/base/${base.id}/manifest`, { query: { sasLifetimeMinutes: '5' } });
	});

	it('takes an endpoint through its life', async () => {
		const model = ref(seeded('models', 'Returns en-US'));
		const { id } = await drive('POST', '/endpoints', {
			body: { displayName: 'E', locale: 'en-US', model, properties: { loggingEnabled: false } },
		});
		await drive('GET', `/endpoints/${id}`);
		await drive('PATCH', `/endpoints/${id}`, {
			body: {
				model: ref(seeded('models', 'Retail en-US')),
				properties: { contentLoggingEnabled: false },
			},
			type: 'application/merge-patch+json',
		});
		emulator.setQuirks({ failedUpdateModel: 'old' });
		emulator.finish('endpoints', id, 'Failed');
		await drive('GET', `/endpoints/${id}`);
		expect((await drive('DELETE', `/endpoints/${id}`)).status).toBe(204);
	});

	it('takes an evaluation through its life', async () => {
		const dataset = ref(emulator.put('datasets', { kind: 'Acoustic' }));
		const body = {
			displayName: 'T',
			locale: 'en-US',
			model1: ref(seeded('models', 'Returns en-US')),
			model2: ref(seeded('models', 'Retail en-US')),
			dataset,
		};
		const { id, body: early } = await drive('POST', '/evaluations', { body });
		expect(early.properties?.wordErrorRate1).toBe(-1);
		emulator.finish('evaluations', id);
		for (const tokenScores of ['minusOne', 'absent', 'present'] as const) {
			emulator.setQuirks({ tokenScores });
			await drive('GET', `/evaluations/${id}`);
		}
		await drive('PATCH', `/evaluations/${id}`, { body: { displayName: 'U' } });
		const files = await drive('GET', `/evaluations/${id}/files`);
		await drive('GET', `/evaluations/${id}/files/${idAt(valuesOf(files.body)[0].self)}`);
		expect((await drive('DELETE', `/evaluations/${id}`)).status).toBe(204);
	});

	it('takes a web hook through its life', async () => {
		const { port } = receiver.address() as AddressInfo;
		const webUrl = `http://127.0.0.1:${port}/hook`;
		const events = { modelCompletion: true, ping: true };
		const properties = { secret: 's' };
		const { id } = await drive('POST', '/webhooks', {
			body: { displayName: 'H', webUrl, events, properties },
		});
		await drive('GET', `/webhooks/${id}`);
		await drive('PATCH', `/webhooks/${id}`, { body: { properties, events: { ping: false } } });
		await until(() => emulator.get('webhooks', id)?.status === 'Succeeded');
		expect((await drive('POST', `/webhooks/${id}:ping`)).status).toBe(202);
		expect((await drive('POST', `/webhooks/${id}:test`)).status).toBe(202);
		expect((await drive('DELETE', `/webhooks/${id}`)).status).toBe(204);
	});

	it.each([
		['an unknown model', 'GET', '/models/11111111-1111-4111-8111-111111111111', undefined],
		['a bad filter', 'GET', '/models?filter', undefined],
		['a model without a locale', 'POST', '/models', { displayName: 'x' }],
		['a body that is no object', 'POST', '/models', []],
	])('refuses %s in the shape of the contract', async (_what, method, path, body) => {
		const [bare, filter] = path.split('?') as [string, string?];
		const query: Record<string, string> = filter ? { filter: 'nonsense' } : {};
		const answer = await drive(method, bare, { body, query, wrong: true });
		expect(answer.status).toBeGreaterThanOrEqual(400);
	});

	it('has answered every operation of the contract', () => {
		const missing = contract.operationIds.filter((id) => !driven.has(id));
		expect(missing).toEqual(Object.keys(NOT_IMPLEMENTED));
	});
});
