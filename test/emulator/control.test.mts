import { call, startEmulator } from './client.mts';

describe('control over HTTP', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterEach(() => emulator.close());

	/** @param {string} method @param {string} path @param {any} [body] */
	async function control(method: string, path: string, body?: any) {
		const answer = await fetch(`${emulator.url}/control${path}`, {
			method,
			headers: body ? { 'content-type': 'application/json' } : {},
			body: body && JSON.stringify(body),
		});
		const text = await answer.text();
		return { status: answer.status, body: text ? JSON.parse(text) : undefined };
	}

	it('moves the clock', async () => {
		const { body } = await control('POST', '/clock', {
			set: '2027-01-01T00:00:00Z',
			advanceMs: 1000,
		});
		expect(body).toEqual({ now: '2027-01-01T00:00:01.000Z', speed: 0 });
		expect((await control('GET', '/state')).body.now).toBe('2027-01-01T00:00:01.000Z');
	});

	it('puts, shows, ends and removes entities', async () => {
		const { status, body } = await control('POST', '/entities/models', { status: 'Running' });
		expect(status).toBe(201);
		const path = `/entities/models/${body.id}`;
		await control('POST', `${path}/finish`, { status: 'Failed' });
		expect((await control('GET', path)).body.status).toBe('Failed');
		expect((await control('GET', '/entities/models')).body).toHaveLength(1);
		expect((await control('DELETE', path)).status).toBe(204);
		expect((await control('GET', path)).status).toBe(404);
	});

	it('scripts outcomes and faults by pattern', async () => {
		await control('POST', '/outcomes', {
			collection: 'models',
			displayNamePattern: '^Bad',
			status: 'Failed',
			durationMs: 0,
		});
		const { body } = await control('POST', '/entities/models', {
			displayName: 'Bad',
			status: 'Running',
		});
		expect(body.status).toBe('Failed');
		await control('POST', '/faults', { kind: 'status', status: 503, pathPattern: '^/models$' });
		expect((await call(emulator, 'GET', '/models')).status).toBe(503);
		expect((await control('GET', '/requests')).body).toMatchObject([
			{ path: '/models', status: 503 },
		]);
		expect((await control('DELETE', '/requests')).status).toBe(204);
		expect((await control('DELETE', '/faults')).status).toBe(204);
	});

	it('changes access and quirks', async () => {
		await control('POST', '/access', { expireKey: true });
		expect((await call(emulator, 'GET', '/models')).status).toBe(401);
		await control('POST', '/access', { rotateKey: 'k2' });
		expect((await call(emulator, 'GET', '/models', { key: 'k2' })).status).toBe(200);
		expect((await control('PATCH', '/quirks', { deleteAbsent: 404 })).body.deleteAbsent).toBe(404);
	});

	it('says what it does not understand', async () => {
		expect((await control('PATCH', '/quirks', { deleteAbsent: 500 })).body.error).toMatch(
			'deleteAbsent',
		);
		expect((await control('GET', '/entities/things')).status).toBe(400);
		expect((await control('POST', '/clock', { set: 'noon' })).body.error).toMatch('noon');
	});
});

describe('starting', () => {
	it('refuses an option nobody knows', async () => {
		await expect(startEmulator({ sed: 'demo' } as any)).rejects.toThrow(/'sed'/);
	});
});
