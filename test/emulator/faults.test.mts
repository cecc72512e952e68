import { call, ref, refusal, startEmulator, valuesOf, type Emulator, until } from './client.mts';

describe('faults on demand', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'empty' });
	});
	afterEach(() => emulator.close());

	const projects = () => call(emulator, 'GET', '/projects');
	const create = () =>
		call(emulator, 'POST', '/projects', { body: { displayName: 'P', locale: 'en-US' } });
	const last = () => emulator.requests().at(-1);

	it('status answers in place of the service, once, in the shape of the contract', async () => {
		emulator.addFault({ kind: 'status', status: 429, headers: { 'Retry-After': '7' } });
		const answer = await create();
		expect(refusal(answer)).toBe('429 TooManyRequests');
		expect(answer.headers.get('retry-after')).toBe('7');
		expect(emulator.list('projects')).toHaveLength(0);
		expect((await create()).status).toBe(201);
		expect(emulator.requests().map(({ status, fault }) => [status, fault])).toEqual([
			[429, 'status'],
			[201, undefined],
		]);
	});

	it('status 401 has the shape of the gateway, and any body can be given', async () => {
		emulator.addFault({ kind: 'status', status: 401 });
		expect((await projects()).body.error?.code).toBe('401');
		emulator.addFault({ kind: 'status', status: 503, body: { code: 'ServiceUnavailable' } });
		expect((await projects()).body).toEqual({ code: 'ServiceUnavailable' });
	});

	it('dropBefore cuts the line before anything happens', async () => {
		emulator.addFault({ kind: 'dropBefore' });
		await expect(create()).rejects.toThrow();
		expect(emulator.list('projects')).toHaveLength(0);
		expect(last()).toMatchObject({ status: null, body: { displayName: 'P' }, fault: 'dropBefore' });
	});

	it('dropAfter cuts the line when it has happened', async () => {
		emulator.addFault({ kind: 'dropAfter' });
		await expect(create()).rejects.toThrow();
		expect(emulator.list('projects')).toHaveLength(1);
		expect(last()).toMatchObject({ status: null, fault: 'dropAfter' });
	});

	it('cutBody sends half a body and cuts the line', async () => {
		emulator.addFault({ kind: 'cutBody' });
		const answer = await fetch(`${emulator.url}/speechtotext/models/base?api-version=2025-10-15`, {
			headers: { 'Ocp-Apim-Subscription-Key': emulator.key },
		});
		expect(answer.status).toBe(200);
		expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1000);
		await expect(answer.text()).rejects.toThrow();
	});

	it('html answers with a page', async () => {
		emulator.addFault({ kind: 'html' });
		const answer = await projects();
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toMatch('text/html');
		expect(answer.text).toMatch(/^<!DOCTYPE html>/);
	});

	it('stranger answers as something on the way does, with whatever status', async () => {
		emulator.addFault({ kind: 'stranger', status: 403, headers: { via: '1.1 squid.example' } });
		const answer = await projects();
		expect([answer.status, answer.headers.get('via')]).toEqual([403, '1.1 squid.example']);
		expect(answer.text).toMatch(/^<!DOCTYPE html>/);
		emulator.addFault({ kind: 'stranger', status: 404, body: '' });
		expect((await projects()).text).toBe('');
	});

	it('is not needed for what lies outside of the API: there the gateway answers', async () => {
		const answer = await fetch(`${emulator.url}/elsewhere`);
		expect(answer.status).toBe(404);
		expect(await answer.json()).toEqual({ error: { code: '404', message: 'Resource not found' } });
	});

	it('malformed answers with broken JSON after the effect', async () => {
		emulator.addFault({ kind: 'malformed' });
		const answer = await create();
		expect(answer.status).toBe(200);
		expect(() => JSON.parse(answer.text) as unknown).toThrow();
		expect(answer.text).toMatch(/^\{"self"/);
		expect(emulator.list('projects')).toHaveLength(1);
	});

	it('slow answers late', async () => {
		emulator.addFault({ kind: 'slow', delayMs: 80 });
		const start = Date.now();
		expect((await projects()).status).toBe(200);
		expect(Date.now() - start).toBeGreaterThanOrEqual(75);
	});

	it('slowBody sends the second half late', async () => {
		emulator.addFault({ kind: 'slowBody', delayMs: 80 });
		const start = Date.now();
		expect((await projects()).body).toEqual({ values: [] });
		expect(Date.now() - start).toBeGreaterThanOrEqual(75);
	});

	it('foreignLinks makes links point elsewhere', async () => {
		const origin = 'https://evil.example';
		emulator.addFault({ kind: 'foreignLinks', origin, field: '@nextLink' });
		const page = await call(emulator, 'GET', '/models/base', { query: { top: '1' } });
		expect(new URL(String(page.body['@nextLink'])).origin).toBe(origin);
		expect(new URL(String(valuesOf(page.body)[0].self)).origin).toBe(emulator.url);
		emulator.addFault({ kind: 'foreignLinks', origin, field: 'self' });
		expect(new URL(String((await create()).body.self)).origin).toBe(origin);
	});

	it('strikes only what fits, as often as told, after as many as told', async () => {
		emulator.addFault({
			kind: 'status',
			status: 500,
			method: 'post',
			path: '/projects',
			skip: 1,
			times: 2,
		});
		emulator.addFault({ kind: 'status', status: 503, path: /^\/models\/base$/ });
		expect((await projects()).status).toBe(200);
		const codes = [];
		for (let index = 0; index < 4; index += 1) codes.push((await create()).status);
		expect(codes).toEqual([201, 500, 500, 201]);
		expect((await call(emulator, 'GET', '/models')).status).toBe(200);
		expect((await call(emulator, 'GET', '/models/base')).status).toBe(503);
	});

	it('can be taken back, and nonsense is refused', async () => {
		emulator.addFault({ kind: 'dropBefore', times: 100 });
		emulator.clearFaults();
		expect((await projects()).status).toBe(200);
		const unknownKind = 'magic' as 'html';
		const add = (kind: 'html' | 'slow') => () => {
			emulator.addFault({ kind });
		};
		expect(add(unknownKind)).toThrow(/magic/);
		expect(add('slow')).toThrow(/delayMs/);
	});

	it('closing does not wait for a slow answer', async () => {
		emulator.addFault({ kind: 'slow', delayMs: 60_000 });
		const pending = projects().catch(() => 'cut');
		await until(() => emulator.requests().length > 0);
		const start = Date.now();
		await emulator.close();
		await pending;
		expect(Date.now() - start).toBeLessThan(2000);
	});

	it('the log never holds a key or token', async () => {
		await call(emulator, 'POST', '/models', { body: { a: ref({ self: 'x' }) } });
		await call(emulator, 'GET', '/models', { key: 'wrong-key-here' });
		const log = JSON.stringify(emulator.requests({ area: 'all' }));
		expect(log).not.toContain(emulator.key);
		expect(log).not.toContain('wrong-key-here');
		expect(emulator.requests().map(({ authorized }) => authorized)).toEqual([true, false]);
	});
});
