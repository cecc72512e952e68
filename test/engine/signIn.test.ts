import type { ICredentialDataDecryptedObject, ICredentialsDecrypted } from 'n8n-workflow';

import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialTest } from '../../nodes/shared/n8n/authentication';
import { CredentialStore } from '../support/credentialStore';
import { freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch, credentialTestContext, runNode, type NodeRun } from '../support/engine';
import { hurry } from '../support/hurry';
import { registeredCredentials } from '../support/registeredTypes.mts';
import { wholeText } from '../support/strangers';
import { startSignInHost, type SignInHost } from '../support/signInHost';

const TYPE = 'azureCustomSpeechOAuth2Api';
const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = { 'content-type': 'text/html' };
const IN_TIME_MS = 30_000;
const SECRET = 'a-secret-made-up-for-this-test';

/** What a sign-in host answers in the place of a token, and how a person reads it. */
const ODD: Array<
	[what: string, status: number, headers: Record<string, string>, body: string, words: RegExp]
> = [
	['an answer without a token', 200, JSON_TYPE, '{"token_type":"Bearer"}', /contains no token/],
	['an empty token', 200, JSON_TYPE, '{"access_token":""}', /contains no token/],
	[
		'a token of another type',
		200,
		JSON_TYPE,
		'{"access_token":"one-token","token_type":"mac"}',
		/unknown type: mac/,
	],
	[
		'a page',
		200,
		PAGE,
		'<h1>Sign in</h1>',
		/The sign-in response did not come from Microsoft Entra ID/,
	],
	[
		'a page for 403',
		403,
		PAGE,
		'<h1>Blocked</h1>',
		/did not come from Microsoft Entra ID \(status 403\)/,
	],
	['a proxy', 407, PAGE, '', /A proxy between n8n and the sign-in host.*\(status 407\)/],
	['a redirect to nowhere', 302, {}, '', /Redirect instead of a token.*status 302/],
	[
		'a redirect to a host that does not listen',
		307,
		{ location: 'http://127.0.0.1:9/' },
		'',
		/Redirect instead of a token.*status 307/,
	],
	['a redirect in a circle', 302, { location: '/again' }, '', /Redirect instead/],
];

const sentenceOf = ({ error }: NodeRun) => wholeText(error);

describe('a sign-in to Microsoft Entra ID that brings no token', () => {
	let emulator: Emulator;
	const hosts: SignInHost[] = [];
	beforeEach(async () => {
		emulator = await freshEmulator();
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await Promise.all(
			[emulator, ...hosts.splice(0)].map(async (one) => {
				await one.close();
			}),
		);
	});

	async function host(status: number, headers: Record<string, string>, body: string) {
		const started = await startSignInHost(status, headers, body);
		hosts.push(started);
		return started;
	}

	const identity = (authority: string): ICredentialDataDecryptedObject => ({
		cloud: 'other',
		authority,
		tenantId: 'contoso',
		clientId: 'client',
		clientSecret: SECRET,
		endpoint: emulator.url,
	});
	const select = async (data: ICredentialDataDecryptedObject) =>
		await runNode({
			node: new SelectBaseline(),
			items: [{ json: { locale: 'en-US' } }],
			parameters: { authentication: 'oAuth2' },
			credentials: { [TYPE]: data },
		});
	async function tested(typed: ICredentialDataDecryptedObject) {
		const store = new CredentialStore(registeredCredentials(), { [TYPE]: typed });
		const data = await store.getDecrypted({} as never, { id: '1', name: 'x' }, TYPE, 'manual');
		const credential = { id: '1', name: 'Speech', type: TYPE, data } as ICredentialsDecrypted;
		return await credentialTest.testEntraIdentity.call(credentialTestContext(), credential);
	}
	const expectSignIn = (text: string, words: RegExp) => {
		expect(text).toMatch(words);
		expect(text).toContain('Microsoft Entra ID');
		expect(text).not.toContain(new URL(emulator.url).host);
		expect(text).not.toMatch(new RegExp(`${SECRET}|one-token|undefined|\\[object`));
	};

	it('is named as such by a node within half a minute, whatever the host answers', async () => {
		const begun = Date.now();
		const runs = await Promise.all(
			ODD.map(async ([, status, headers, body, words]) => {
				const { url } = await host(status, headers, body);
				return { words, run: await select(identity(url)) };
			}),
		);
		expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
		for (const { words, run } of runs) expectSignIn(sentenceOf(run), words);
	}, 60_000);

	it.each(ODD)(
		'is named as such by the test of the credential: %s',
		async (_what, status, headers, body, words) => {
			const { url } = await host(status, headers, body);
			const verdict = await tested(identity(url));
			expect(verdict.status).toBe('Error');
			expectSignIn(verdict.message, words);
			expect(emulator.requests()).toEqual([]);
		},
	);

	it('is named as such by a list', async () => {
		hurry();
		const { url } = await host(302, { location: '/again' }, '');
		const opened = callListSearch(new SelectBaseline(), 'searchModels', undefined, undefined, {
			credentials: { [TYPE]: identity(url) },
			parameters: { authentication: 'oAuth2' },
		});
		await expect(opened).rejects.toThrow(/Redirect instead of a token/);
	});

	it.each([
		[
			'is refused',
			401,
			JSON_TYPE,
			'{"error":"invalid_client"}',
			/^Microsoft Entra ID did not issue/,
		],
		[
			'meets a proxy',
			403,
			PAGE,
			'<h1>Blocked</h1>',
			/did not come from Microsoft Entra ID \(status 403\)/,
		],
		['contains no token', 200, JSON_TYPE, '{}', /does not accept the key or token/],
	])('is told also of a renewal that %s', async (_what, status, headers, body, words) => {
		hurry();
		const { url } = await host(status, headers, body);
		const data = { ...identity(url), oauthTokenData: { access_token: 'one-token' } };
		expect(sentenceOf(await select(data))).toMatch(words);
		expect(emulator.requests()[0]).toMatchObject({ credentials: 'token', status: 401 });
	});

	it('tells the host that is not there from the resource', async () => {
		hurry();
		const run = await select(identity('http://127.0.0.1:9'));
		expectSignIn(sentenceOf(run), /^No response from the sign-in host.*ECONNREFUSED/);
	}, 40_000);

	it('does not put a token of another type into a URL', async () => {
		const { url } = await host(200, JSON_TYPE, '{"access_token":"one-token","token_type":"mac"}');
		await select(identity(url));
		expect(JSON.stringify(emulator.requests())).not.toContain('one-token');
	});

	it('takes a token whose type is written in any case, or not at all', async () => {
		for (const type of ['bearer', 'BEARER', undefined]) {
			const real = await fetch(emulator.oauth.tokenUrl, {
				method: 'POST',
				body: new URLSearchParams({
					grant_type: 'client_credentials',
					client_id: emulator.oauth.clientId,
					client_secret: emulator.oauth.clientSecret,
					scope: 'https://cognitiveservices.azure.com/.default',
				}),
			});
			const token = (await real.json()) as Record<string, unknown>;
			const { url } = await host(200, JSON_TYPE, JSON.stringify({ ...token, token_type: type }));
			expect((await select(identity(url))).status).toBe('success');
			expect((await tested(identity(url))).status).toBe('OK');
		}
	});

	it("reads a resource's own 401 for a token, and tells it from that of a proxy", async () => {
		hurry();
		const data = { ...identity(emulator.url), ...emulator.oauth };
		const body = { error: { code: 'PermissionDenied', message: 'No data action.' } };
		emulator.addFault({ kind: 'status', status: 401, path: '/models', times: 2, body });
		expect(sentenceOf(await select(data))).toMatch(/^The identity lacks a role on the resource\./);
		emulator.addFault({ kind: 'stranger', status: 401, path: '/models', times: 1_000 });
		const run = await select(data);
		expect(run.error?.message).toMatch(/responds, but not as Azure Custom Speech \(status 401\)/);
	}, 60_000);

	it('is borne by a wait when something on the way caused it', async () => {
		hurry();
		const model = emulator.put('models', { displayName: 'Retail', status: 'Running' });
		const data: ICredentialDataDecryptedObject = {
			...identity(emulator.url),
			...emulator.oauth,
		};
		let { workflow: run } = await runNode({
			node: new WaitForTraining(),
			items: [{ json: { model: { id: model.id } } }],
			parameters: { authentication: 'oAuth2', options: { checkEverySeconds: 120 } },
			credentials: { [TYPE]: data },
		});
		expect(run.status).toBe('waiting');
		emulator.expireTokens();
		const { url } = await host(403, PAGE, '<h1>Blocked</h1>');
		data.authority = url;
		run = await run.resume();
		expect(run.status).toBe('waiting');
		data.authority = emulator.url;
		emulator.finish('models', model.id);
		run = await run.resume();
		expect(run.status).toBe('success');
	}, 60_000);
});

describe("n8n's own client at a sign-in host that leads elsewhere", () => {
	it('follows it, and takes the client secret along after a 307 or 308 only', async () => {
		const emulator = await freshEmulator();
		const target = await startSignInHost(200, JSON_TYPE, '{"error":"no"}');
		const hosts = await Promise.all(
			[301, 302, 303, 307, 308].map(
				async (status) =>
					await startSignInHost(status, { location: `${target.url}/after-${status}` }, ''),
			),
		);
		await Promise.all(
			hosts.map(
				async ({ url }) =>
					await runNode({
						node: new SelectBaseline(),
						items: [{ json: { locale: 'en-US' } }],
						parameters: { authentication: 'oAuth2' },
						credentials: {
							[TYPE]: {
								cloud: 'other',
								authority: url,
								tenantId: 'contoso',
								clientId: 'client',
								clientSecret: SECRET,
								endpoint: emulator.url,
							},
						},
					}),
			),
		);
		const seen = (isSecret: boolean) =>
			target.sent.filter(({ body }) => body.includes(SECRET) === isSecret).map(({ path }) => path);
		expect(new Set(seen(true))).toEqual(new Set(['/after-307', '/after-308']));
		expect(new Set(seen(false))).toEqual(new Set(['/after-301', '/after-302', '/after-303']));
		for (const one of [emulator, target, ...hosts]) await one.close();
	}, 60_000);
});
