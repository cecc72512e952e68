import { call, refusal, startEmulator } from './client.mts';

describe('access', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeEach(async () => {
		emulator = await startEmulator({
			seed: 'bare',
			key: 'k1',
			oauth: { clientId: 'app', clientSecret: 's3cret', tokenLifetimeSeconds: 60 },
		});
	});
	afterEach(() => emulator.close());

	const look = (/** @type {any} */ more: any) => call(emulator, 'GET', '/models', more);

	/** @param {Record<string, string>} [change] */
	async function signIn(change: Record<string, string> = {}) {
		const form = {
			grant_type: 'client_credentials',
			client_id: 'app',
			client_secret: 's3cret',
			scope: 'https://cognitiveservices.azure.com/.default',
			...change,
		};
		const answer = await fetch(emulator.oauth.tokenUrl, {
			method: 'POST',
			body: new URLSearchParams(form),
		});
		return { status: answer.status, body: (await answer.json()) as any };
	}

	const withToken = (/** @type {string} */ token: string) =>
		look({ key: null, headers: { authorization: `Bearer ${token}` } });

	it('without a key, or with a wrong one, the gateway answers in its own shape', async () => {
		for (const key of [null, 'k2']) {
			const { status, body } = await look({ key });
			expect(status).toBe(401);
			expect(body.error.code).toBe('401');
			expect(body.error.message).toMatch(/^Access denied due to invalid subscription key/);
		}
	});

	it('the gateway can say so as text/plain', async () => {
		emulator.setQuirks({ gatewayErrorType: 'text/plain' });
		const { headers, body } = await look({ key: 'k2' });
		expect(headers.get('content-type')).toMatch('text/plain');
		expect(body.error.code).toBe('401');
	});

	it('a key can expire, be changed, and lose its rights', async () => {
		emulator.expireKey();
		expect((await look({ key: 'k1' })).status).toBe(401);
		expect(emulator.rotateKey('k2')).toBe('k2');
		expect(emulator.key).toBe('k2');
		expect((await look({ key: 'k1' })).status).toBe(401);
		expect((await look({ key: 'k2' })).status).toBe(200);
		emulator.denyKey(true);
		expect(refusal(await look({ key: 'k2' }))).toBe('403 Forbidden InvalidPermissions');
		emulator.denyKey(false);
		expect((await look({ key: 'k2' })).status).toBe(200);
	});

	it('a token from the sign-in opens the API until it expires', async () => {
		const { status, body } = await signIn();
		expect(status).toBe(200);
		expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 60 });
		expect((await withToken(body.access_token)).status).toBe(200);
		emulator.expireTokens();
		expect((await withToken(body.access_token)).status).toBe(401);
		expect((await withToken((await signIn()).body.access_token)).status).toBe(200);
	});

	it('a token expires by itself, by real time', async () => {
		const short = await startEmulator({
			seed: 'bare',
			oauth: { clientId: 'app', clientSecret: 's3cret', tokenLifetimeSeconds: 0.2 },
		});
		const form = { grant_type: 'client_credentials', client_id: 'app', client_secret: 's3cret' };
		const scope = 'https://cognitiveservices.azure.com/.default';
		const answer = await fetch(short.oauth.tokenUrl, {
			method: 'POST',
			body: new URLSearchParams({ ...form, scope }),
		});
		const { access_token: token } = (await answer.json()) as any;
		const more = { key: null, headers: { authorization: `Bearer ${token}` } };
		expect((await call(short, 'GET', '/models', more)).status).toBe(200);
		await new Promise((resolve) => setTimeout(resolve, 250));
		expect((await call(short, 'GET', '/models', more)).status).toBe(401);
		await short.close();
	});

	it.each(['x', 'x.y', ''])('the token %j opens nothing', async (token) => {
		expect((await withToken(token)).status).toBe(401);
	});

	it.each([
		['a wrong secret', { client_secret: 'no' }, 401, 'invalid_client', 7000215],
		['an unknown client', { client_id: 'other' }, 400, 'unauthorized_client', 700016],
		[
			'another scope',
			{ scope: 'https://graph.microsoft.com/.default' },
			400,
			'invalid_scope',
			70011,
		],
		['no scope', { scope: '' }, 400, 'invalid_request', 900144],
		['a password grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
	] as [string, Record<string, string>, number, string, number][])(
		'the sign-in refuses %s as Entra does',
		async (_what, change, status, error, code) => {
			const answer = await signIn(change);
			expect(answer.status).toBe(status);
			expect(answer.body).toMatchObject({ error, error_codes: [code] });
			expect(answer.body.error_description).toMatch(`AADSTS${code}: `);
			expect(JSON.stringify(emulator.requests({ area: 'all' }))).not.toContain('s3cret');
		},
	);

	it('the sign-in takes the secret from the header too', async () => {
		const answer = await fetch(emulator.oauth.tokenUrl, {
			method: 'POST',
			headers: { authorization: `Basic ${Buffer.from('app:s3cret').toString('base64')}` },
			body: new URLSearchParams({
				grant_type: 'client_credentials',
				scope: 'https://cognitiveservices.azure.com/.default',
			}),
		});
		expect(answer.status).toBe(200);
	});
});

describe('the rate limit', () => {
	it('lets 100 requests in 10 seconds through and refuses the next', async () => {
		const emulator = await startEmulator({ seed: 'bare', rateLimit: true });
		for (let index = 0; index < 100; index += 1) {
			expect((await call(emulator, 'GET', '/projects')).status).toBe(200);
		}
		const answer = await call(emulator, 'GET', '/projects');
		expect(refusal(answer)).toBe('429 TooManyRequests');
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		emulator.setQuirks({ retryAfterOn429: false });
		expect((await call(emulator, 'GET', '/projects')).headers.get('retry-after')).toBeNull();
		await emulator.close();
	});

	it('is off in-process unless asked for', async () => {
		const emulator = await startEmulator({ seed: 'bare' });
		const answers = await Promise.all(
			Array.from({ length: 120 }, () => call(emulator, 'GET', '/projects')),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		await emulator.close();
	});
});
