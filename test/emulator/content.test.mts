import http from 'node:http';
import { call, refusal, startEmulator } from './client.mts';

describe('content of datasets', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	/** @type {http.Server} */
	let storage: http.Server;
	/** @type {string} */
	let storageUrl: string;

	beforeAll(async () => {
		storage = http.createServer((request, response) => {
			response.statusCode = request.url === '/missing' ? 404 : 200;
			response.end(request.url === '/data.txt' ? '\ufeffone\ntwo\n\nthree\n' : '');
		});
		await new Promise((resolve) => storage.listen(0, '127.0.0.1', () => resolve(undefined)));
		const { port } = storage.address() as import('node:net').AddressInfo;
		storageUrl = `http://127.0.0.1:${port}`;
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterAll(async () => {
		await emulator.close();
		storage.closeAllConnections();
		storage.close();
	});

	/** @param {Record<string, any>} [more] */
	async function create(more?: Record<string, any>) {
		const body = { displayName: 'D', locale: 'en-US', kind: 'Language', ...more };
		const answer = await call(emulator, 'POST', '/datasets', { body });
		return new URL(answer.body.self).pathname.split('/').pop() ?? '';
	}

	it('is read from loopback, and its lines are counted', async () => {
		const id = await create({ contentUrl: `${storageUrl}/data.txt` });
		emulator.advance(120_000);
		expect(emulator.get('datasets', id)).toMatchObject({
			status: 'Succeeded',
			properties: { acceptedLineCount: 3, rejectedLineCount: 0 },
		});
	});

	it.each([
		['is not there', '/missing', /status 404/],
		['is empty', '/empty', /empty/],
	])('fails the import when it %s', async (_what, path, text) => {
		const id = await create({ contentUrl: `${storageUrl}${path}` });
		expect(emulator.get('datasets', id)?.status).toBe('NotStarted');
		emulator.advance(120_000);
		const { status, properties } = emulator.get('datasets', id) as any;
		expect(status).toBe('Failed');
		expect(properties.error).toEqual({
			code: 'DataImportFailed',
			message: expect.stringMatching(text),
		});
	});

	it('elsewhere is taken as given', async () => {
		const id = await create({ contentUrl: 'https://storage.invalid/data.txt' });
		emulator.advance(120_000);
		expect(emulator.get('datasets', id)?.status).toBe('Succeeded');
	});

	describe('in blocks', () => {
		const type = { 'content-type': 'application/octet-stream' };
		/** @param {string} id @param {string} blockid @param {string} text */
		const put = (id: string, blockid: string, text: string) =>
			call(emulator, 'PUT', `/datasets/${id}/blocks`, {
				query: { blockid },
				body: text,
				headers: type,
			});
		/** @param {string} id @param {string[]} list */
		const commit = (id: string, list: string[]) =>
			call(emulator, 'POST', `/datasets/${id}/blocks:commit`, {
				body: list.map((one) => ({ kind: 'Uncommitted', id: one })),
			});

		it('is put together in the order of the commit', async () => {
			const id = await create();
			emulator.advance(3_600_000);
			expect(emulator.get('datasets', id)?.status).toBe('NotStarted');
			await put(id, 'AAE=', 'two\n');
			await put(id, 'AAA=', '\ufeffone\n');
			expect((await commit(id, ['AAA=', 'AAE='])).status).toBe(200);
			emulator.advance(120_000);
			expect(emulator.get('datasets', id)).toMatchObject({
				status: 'Succeeded',
				properties: { acceptedLineCount: 2 },
			});
			const { body } = await call(emulator, 'GET', `/datasets/${id}/files`, {
				query: { filter: "kind eq 'LanguageData'" },
			});
			const answer = await fetch(body.values[0].links.contentUrl);
			const bytes = Buffer.from(await answer.arrayBuffer());
			expect(bytes.toString()).toBe('\ufeffone\ntwo\n');
			expect(refusal(await put(id, 'AAI=', 'x'))).toBe('409 Conflict InvalidPrerequisite');
		});

		it('is refused with bad ids, other lengths, nothing, or too much', async () => {
			const id = await create();
			expect(refusal(await put(id, 'not base64!', 'x'))).toMatch('InvalidParameter');
			expect(refusal(await put(id, Buffer.alloc(65).toString('base64'), 'x'))).toMatch(
				'InvalidParameter',
			);
			await put(id, 'AAA=', 'x');
			expect(refusal(await put(id, 'AAAAAAAA', 'x'))).toMatch('InvalidParameter');
			expect(refusal(await put(id, 'AAE=', ''))).toMatch('EmptyRequest');
			expect((await put(id, 'AAE=', 'x'.repeat(8 * 1024 * 1024))).status).toBe(201);
			expect((await put(id, 'AAI=', 'x'.repeat(8 * 1024 * 1024 + 1))).status).toBe(413);
			expect(refusal(await commit(id, ['AAM=']))).toMatch('InvalidPayload');
			const json = { query: { blockid: 'AAA=' }, body: {} };
			expect((await call(emulator, 'PUT', `/datasets/${id}/blocks`, json)).status).toBe(415);
		});
	});

	describe('behind a SAS link', () => {
		/** @param {string} [minutes] */
		async function link(minutes?: string) {
			const { id } = emulator.put('models', {});
			const query = minutes ? { sasLifetimeMinutes: minutes } : {};
			const { body } = await call(emulator, 'GET', `/models/${id}/files`, { query });
			return body.values[0].links.contentUrl;
		}

		it('opens without a key until it expires', async () => {
			const url = await link('5');
			expect((await fetch(url)).status).toBe(200);
			emulator.advance(5 * 60_000 - 1);
			expect((await fetch(url)).status).toBe(200);
			emulator.advance(1);
			const answer = await fetch(url);
			expect(answer.status).toBe(403);
			expect(await answer.text()).toMatch('AuthenticationFailed');
		});

		it('lives 12 hours when not told otherwise', async () => {
			const se = new URL(await link()).searchParams.get('se');
			expect(Date.parse(String(se)) - emulator.now().getTime()).toBe(12 * 3_600_000);
		});

		it('cannot live for no time', async () => {
			const { id } = emulator.put('models', {});
			const query = { sasLifetimeMinutes: '0' };
			const answer = await call(emulator, 'GET', `/models/${id}/files`, { query });
			expect(refusal(answer)).toBe('400 InvalidArgument InvalidSasValidityDuration');
		});

		describe('with own storage', () => {
			beforeAll(() => emulator.setQuirks({ byos: true }));
			afterAll(() => emulator.setQuirks({ byos: false, byosLinks: 'signed' }));

			it('lives 30 days when not told otherwise, and opens', async () => {
				const url = await link();
				const se = new URL(url).searchParams.get('se');
				expect(Date.parse(String(se)) - emulator.now().getTime()).toBe(30 * 24 * 3_600_000);
				expect((await fetch(url)).status).toBe(200);
			});

			it('lives as long as asked', async () => {
				const se = new URL(await link('5')).searchParams.get('se');
				expect(Date.parse(String(se)) - emulator.now().getTime()).toBe(5 * 60_000);
			});

			it('is a plain URL when asked to live for no time, and opens for nobody', async () => {
				const url = await link('0');
				expect(new URL(url).search).toBe('');
				expect((await fetch(url)).status).toBe(403);
			});

			it('can be plain always, as the contract has it', async () => {
				emulator.setQuirks({ byosLinks: 'plain' });
				expect(new URL(await link()).search).toBe('');
			});

			it('of a manifest must live for some time', async () => {
				const { id } = emulator.put('models', {});
				const query = { sasLifetimeMinutes: '0' };
				const answer = await call(emulator, 'GET', `/models/${id}/manifest`, { query });
				expect(refusal(answer)).toBe('400 InvalidArgument InvalidParameter');
			});
		});

		it('does not open when it was changed, nor to who brings the key along', async () => {
			const url = await link();
			expect((await fetch(url.replace('report', 'other'))).status).toBe(403);
			expect((await fetch(url.replace(/se=[^&]+/, 'se=2099-01-01T00%3A00%3A00Z'))).status).toBe(
				403,
			);
			emulator.clearRequests();
			const headers = { 'Ocp-Apim-Subscription-Key': emulator.key };
			expect((await fetch(url, { headers })).status).toBe(400);
			expect(emulator.requests({ area: 'content' })[0]).toMatchObject({
				credentials: 'key',
				status: 400,
			});
		});
	});
});
