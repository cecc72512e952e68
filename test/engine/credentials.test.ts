import fastify from 'fastify';
import {
	NodeConnectionTypes,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialTest } from '../../nodes/shared/n8n/authentication';
import { CredentialStore } from '../support/credentialStore';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import {
	callListSearch,
	credentialTestContext,
	runNode,
	runWorkflow,
	type NodeRun,
} from '../support/engine';
import { registeredCredentials } from '../support/registeredTypes.mts';
import { byId } from '../support/locator';

/** Everything of an error that n8n could show or store. */
const textOf = (error: (Error & { description?: string | null }) | undefined) =>
	[error?.message, error?.description, error?.stack, JSON.stringify(error)].join('\n');

/** What a person reads of a failed run. */
const sentenceOf = ({ error }: NodeRun) =>
	[error?.message, (error as { description?: string }).description].join(' ');

const inEnglish = [{ json: { locale: 'en-US' } }];

const standard = 'Only "Standard" subscriptions for the region of the called service are valid.';

/** Answers for a resource that cannot be used as it is, in the shapes they really come in. */
const DOORS: Array<[what: string, status: number, body: object, words: RegExp]> = [
	[
		'a tier or kind without Custom Speech',
		400,
		{
			code: 'InvalidRequest',
			message: standard,
			innerError: { code: 'InvalidSubscription', message: standard },
		},
		/subscription or pricing tier does not allow this\. .*S0/,
	],
	[
		'a missing role',
		401,
		{
			error: {
				code: 'PermissionDenied',
				message:
					'The principal `x` lacks the required data action `a/read` to perform `GET /models`.',
			},
		},
		/identity lacks a role.*Speech Contributor/,
	],
	[
		'a missing role as a 403',
		403,
		{
			error: {
				code: 'PermissionDenied',
				message: 'Principal does not have access to API/Operation.',
			},
		},
		/identity lacks a role.*Speech Contributor/,
	],
	[
		'keys that are switched off',
		403,
		{
			error: {
				code: 'AuthenticationTypeDisabled',
				message: 'Key based authentication is disabled for this resource.',
			},
		},
		/^Key access is disabled on this resource\. /,
	],
	[
		'a token on a regional host',
		400,
		{
			error: {
				code: 'BadRequest',
				message:
					'Please provide a custom subdomain for token authentication, otherwise API key is required.',
			},
		},
		/only with the custom domain of the resource\. .*'Endpoint'/,
	],
	[
		'network rules',
		403,
		{ error: { code: '403', message: 'Access denied due to Virtual Network/Firewall rules.' } },
		/network rules of the resource do not allow n8n/,
	],
	[
		'a version that is not taken',
		400,
		{ error: { code: 'UnsupportedApiVersion', message: 'Not this one.' } },
		/does not support the 'API Version' of the credential\. Choose the other/,
	],
];

describe('the resource key', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator();
	});
	afterEach(async () => {
		await emulator.close();
	});

	it('travels in its own header and nowhere else', async () => {
		const server = fastify();
		const seen: Array<{ url: string; headers: object }> = [];
		server.get('*', ({ url, headers }, reply) => {
			seen.push({ url, headers });
			void reply.send({ values: [] });
		});
		const endpoint = await server.listen({ port: 0, host: '127.0.0.1' });
		const apiKey = 'a-key-made-up-for-this-test';
		const credentials = credentialsFor(emulator, { endpoint, apiKey });
		await callListSearch(new SelectBaseline(), 'searchModels', undefined, undefined, {
			credentials,
			parameters: {},
		});
		await server.close();
		const [{ url, headers }] = seen;
		const { 'ocp-apim-subscription-key': sent, ...others } = headers as Record<string, string>;
		expect(sent).toBe(apiKey);
		expect(JSON.stringify([url, others])).not.toContain(apiKey);
		// what every HTTP client sends, and nothing that could be taken for a second credential
		const usual = ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'];
		expect(Object.keys(others).sort()).toEqual(usual);
	});

	it('is refused by the service once rotated there, and taken once rotated here', async () => {
		const credentials = credentialsFor(emulator);
		const select = async () =>
			await runNode({ node: new SelectBaseline(), items: inEnglish, credentials });
		expect((await select()).status).toBe('success');
		const next = emulator.rotateKey();
		const refused = await select();
		expect(sentenceOf(refused)).toMatch(/^The service does not accept the key or token\./);
		expect(textOf(refused.error)).not.toContain(credentials.azureCustomSpeechApi.apiKey);
		credentials.azureCustomSpeechApi.apiKey = next;
		expect((await select()).status).toBe('success');
	});

	it('may change in the middle of an execution: the next request uses the new one', async () => {
		const credentials = credentialsFor(emulator);
		const rotate: INodeType = {
			description: {
				displayName: 'Rotate',
				name: 'rotate',
				group: ['transform'],
				version: 1,
				description: 'Changes the key at the service and in n8n',
				defaults: { name: 'Rotate' },
				inputs: [NodeConnectionTypes.Main],
				outputs: [NodeConnectionTypes.Main],
				properties: [],
			},
			execute(this: IExecuteFunctions) {
				credentials.azureCustomSpeechApi.apiKey = emulator.rotateKey();
				return Promise.resolve([this.getInputData()]);
			},
		};
		const run = await runWorkflow({
			nodes: [
				{ node: new SelectBaseline(), name: 'Before' },
				{ node: rotate },
				{ node: new SelectBaseline(), name: 'After' },
			],
			items: inEnglish,
			credentials,
		});
		expect(run.status).toBe('success');
		expect(run.of('After').outputs[0]).toHaveLength(1);
		expect(emulator.requests().map(({ status }) => status)).toEqual([200, 200]);
	});
});

describe('the test of the resource key', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator();
	});
	afterEach(async () => {
		await emulator.close();
	});

	/** Presses the button; every sentence is looked through for the key. */
	async function verdictOn(fields: Record<string, string> = {}) {
		const data = credentialsFor(emulator, fields).azureCustomSpeechApi;
		const credential = { id: '1', name: 'Speech', type: 'azureCustomSpeechApi', data };
		const context = credentialTestContext();
		const asked = jest.spyOn(context.helpers, 'request');
		const { status, message } = await credentialTest.testResourceKey.call(context, credential);
		expect(message).not.toContain(data.apiKey);
		expect(message).not.toMatch(/undefined|\[object|null/);
		return { status, message, requests: asked.mock.calls.length };
	}

	/** Another server than the service; it notes what reaches it. */
	async function otherServer(status: number, headers: Record<string, string>, body: string) {
		const server = fastify();
		const reached: string[] = [];
		server.get('*', async ({ url }, reply) => {
			reached.push(url);
			return await reply.code(status).headers(headers).send(body);
		});
		const url = await server.listen({ port: 0, host: '127.0.0.1' });
		return {
			url,
			reached,
			close: async () => {
				await server.close();
			},
		};
	}

	/** An address where nothing listens any more. */
	async function closedPort(): Promise<string> {
		const { url, close } = await otherServer(200, {}, '');
		await close();
		return url;
	}

	it('is content with a good key', async () => {
		const { status, message } = await verdictOn();
		expect([status, message]).toEqual(['OK', 'Connection successful']);
		expect(emulator.requests()).toMatchObject([{ path: '/models', credentials: 'key' }]);
	});

	it('asks with the API version of the credential', async () => {
		await verdictOn({ apiVersion: '2024-11-15' });
		expect(emulator.requests()[0].query['api-version']).toBe('2024-11-15');
	});

	it('tells a bad key', async () => {
		const { status, message } = await verdictOn({ apiKey: 'of-another-resource' });
		expect(status).toBe('Error');
		expect(message).toMatch(/does not accept the key\. Check 'Resource Key' and 'Endpoint'/);
	});

	it('tells a key that has expired', async () => {
		emulator.expireKey();
		expect((await verdictOn()).message).toContain("Check 'Resource Key'");
	});

	it.each([
		['a web site', 404, { 'content-type': 'text/html' }, '<h1>Not Found</h1>'],
		['a sign-in page', 200, { 'content-type': 'text/html' }, '<h1>Sign in</h1>'],
		['another API', 200, { 'content-type': 'application/json' }, '{"items":[]}'],
	])('tells a host that is %s', async (_what, code, headers, body) => {
		const other = await otherServer(code, headers, body);
		const { status, message } = await verdictOn({ endpoint: other.url });
		await other.close();
		expect(status).toBe('Error');
		expect(message).toContain(`responds, but not as Azure Custom Speech (status ${code})`);
		expect(message).toContain("Compare 'Endpoint'");
	});

	it('does not carry the key after a redirect', async () => {
		const target = await otherServer(200, {}, '{"values":[]}');
		const location = `${target.url}/elsewhere`;
		const other = await otherServer(302, { location }, '');
		const { status, message } = await verdictOn({ endpoint: other.url });
		await Promise.all([other.close(), target.close()]);
		expect([status, target.reached]).toEqual(['Error', []]);
		expect(message).toContain('not as Azure Custom Speech (status 302)');
	});

	it('tells a host that cannot be reached', async () => {
		const { status, message } = await verdictOn({ endpoint: await closedPort() });
		expect(status).toBe('Error');
		expect(message).toMatch(
			/cannot be reached \(ECONNREFUSED\)\. Check 'Endpoint' and the network/,
		);
	});

	it('tells a key without rights', async () => {
		emulator.denyKey();
		const { status, message } = await verdictOn();
		expect(status).toBe('Error');
		expect(message).toMatch(
			/^The 'Resource Key' is valid but not allowed to use custom speech\. Check the network/,
		);
	});

	it.each([429, 503])('tells a service that is too busy (%d)', async (code) => {
		emulator.addFault({ kind: 'status', status: code });
		const { status, message } = await verdictOn();
		expect([status, message.split(' is ')[1]]).toEqual([
			'Error',
			`too busy to respond (status ${code}). Test again in a minute.`,
		]);
	});

	it.each(DOORS)('tells what keeps from the resource: %s', async (_what, code, body, words) => {
		emulator.addFault({ kind: 'status', status: code, body });
		const { status, message } = await verdictOn();
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(message).toContain('Azure says: ');
	});

	it('has another sentence for each of these', async () => {
		const bad = await verdictOn({ apiKey: 'of-another-resource' });
		const other = await otherServer(404, {}, '');
		const wrongHost = await verdictOn({ endpoint: other.url });
		await other.close();
		const unreachable = await verdictOn({ endpoint: await closedPort() });
		emulator.denyKey();
		const denied = await verdictOn();
		const withoutHosts = [bad, wrongHost, unreachable, denied].map(({ message }) =>
			message.replaceAll(/127\.0\.0\.1:\d+/g, 'host'),
		);
		expect(new Set(withoutHosts).size).toBe(4);
	});

	describe('checks the address before anything is sent:', () => {
		const notHttps = "The credential's 'Endpoint' must start with https.";
		const notBare = "The credential's 'Endpoint' must contain only the scheme and host.";
		const notUrl = "The credential's 'Endpoint' is not a URL.";
		const noRegion = "The credential's 'Region' is not a region name.";
		const local = () => emulator.url;
		const host = () => new URL(emulator.url).host;

		it.each([
			['http to another machine', () => 'http://speech.example', notHttps],
			['http to a host that only looks local', () => 'http://localhost.example', notHttps],
			['http to a number that only looks local', () => 'http://127.0.0.1.example', notHttps],
			['another scheme', () => `ftp://${host()}`, notHttps],
			['a path', () => `${local()}/speechtotext`, notBare],
			['a parameter', () => `${local()}?a=b`, notBare],
			['a fragment', () => `${local()}#a`, notBare],
			['a user name', () => `http://name@${host()}`, notBare],
			['a host without a scheme', () => 'my-resource.cognitiveservices.azure.com', notUrl],
			['nonsense', () => 'my resource', notUrl],
			['nothing', () => '', notUrl],
		])('%s', async (_what, endpoint, sentence) => {
			const { status, message, requests } = await verdictOn({ endpoint: endpoint() });
			expect(status).toBe('Error');
			expect(message.startsWith(sentence)).toBe(true);
			expect(requests).toBe(0);
		});

		it.each(['evil.example/', 'x', 'west europe', 'a.b', ''])(
			'a region that is none: %j',
			async (otherRegion) => {
				const fields = { endpointType: 'region', region: 'other', otherRegion };
				const { message, requests } = await verdictOn(fields);
				expect(message.startsWith(noRegion)).toBe(true);
				expect(requests).toBe(0);
			},
		);

		it.each([' ', '/', '\n'])('but takes an address with %j after it', async (ending) => {
			const { status } = await verdictOn({ endpoint: `${local()}${ending}` });
			expect(status).toBe('OK');
		});
	});

	it.each([
		['Select Baseline', new SelectBaseline()],
		['Train Model', new TrainModel()],
		['Wait For Training', new WaitForTraining()],
		['Check Expiration', new CheckExpiration()],
	])('%s refuses the same addresses, before anything is sent', async (_name, node) => {
		const credentials = credentialsFor(emulator, { endpoint: `${emulator.url}/path` });
		const run = await runNode({ node, items: inEnglish, credentials });
		expect(sentenceOf(run)).toMatch(
			/^The credential's 'Endpoint' must contain only the scheme and host\./,
		);
		expect(emulator.requests()).toEqual([]);
	});
});

describe('a node', () => {
	it.each(DOORS)('tells the same: %s', async (_what, status, body, words) => {
		const emulator = await freshEmulator();
		emulator.addFault({ kind: 'status', status, body });
		const run = await runNode({
			node: new SelectBaseline(),
			items: inEnglish,
			credentials: credentialsFor(emulator),
		});
		await emulator.close();
		expect(sentenceOf(run)).toMatch(words);
		expect(emulator.requests()).toHaveLength(1);
	});
});

describe('the test of the Entra ID credential', () => {
	const TYPE = 'azureCustomSpeechOAuth2Api';
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator();
	});
	afterEach(async () => {
		await emulator.close();
	});

	/** Presses the button on a credential as n8n hands it over, all expressions filled in. */
	async function verdictOn(fields: Record<string, unknown> = {}) {
		const typed = {
			cloud: 'other',
			authority: emulator.url,
			tenantId: 'contoso',
			clientId: emulator.oauth.clientId,
			clientSecret: emulator.oauth.clientSecret,
			endpoint: emulator.url,
			...fields,
		} as ICredentialDataDecryptedObject;
		const store = new CredentialStore(registeredCredentials(), { [TYPE]: typed });
		const data = await store.getDecrypted({} as never, { id: '1', name: 'x' }, TYPE, 'manual');
		const credential = { id: '1', name: 'Speech', type: TYPE, data } as ICredentialsDecrypted;
		const context = credentialTestContext();
		const { status, message } = await credentialTest.testEntraIdentity.call(context, credential);
		expect(message).not.toContain(typed.clientSecret);
		expect(message).not.toMatch(/undefined|\[object|null/);
		return { status, message };
	}

	it('is what every node tests it by', () => {
		for (const { description } of [new SelectBaseline(), new TrainModel(), new CheckExpiration()]) {
			expect(description.credentials).toContainEqual(
				expect.objectContaining({ name: TYPE, testedBy: 'testEntraIdentity' }),
			);
		}
	});

	it('is content with an identity that may', async () => {
		expect(await verdictOn()).toEqual({ status: 'OK', message: 'Connection successful' });
		expect(emulator.requests({ area: 'oauth' })).toMatchObject([
			{ body: { scope: 'https://cognitiveservices.azure.com/.default' } },
		]);
		expect(emulator.requests()).toMatchObject([{ path: '/models', credentials: 'token' }]);
	});

	it.each([
		['secret', { clientSecret: 'mistyped-by-a-person' }],
		['client ID', { clientId: '11111111-1111-4111-8111-111111111111' }],
	])('tells a wrong %s', async (_what, fields) => {
		const { status, message } = await verdictOn(fields);
		expect(status).toBe('Error');
		expect(message).toMatch(
			/^Microsoft Entra ID did not issue a token\. Check 'Tenant ID', 'Client ID'/,
		);
		expect(emulator.requests()).toEqual([]);
	});

	it('tells that nobody has signed in, and takes the token of who has', async () => {
		const { message } = await verdictOn({ grantType: 'authorizationCode' });
		expect(message).toBe('No one has signed in yet. Connect the credential first.');
		const oauthTokenData = { access_token: 'not-of-this-service' };
		const refused = await verdictOn({ grantType: 'authorizationCode', oauthTokenData });
		expect(refused.message).toMatch(/does not accept the token\. .*custom domain/);
		expect(refused.message).not.toContain('not-of-this-service');
	});

	it.each(DOORS)('tells what keeps from the resource: %s', async (_what, status, body, words) => {
		emulator.addFault({ kind: 'status', status, body, path: '/models' });
		expect((await verdictOn()).message).toMatch(words);
	});

	it.each([
		[401, /does not accept the token\. Check the tenant, client ID and secret.*custom domain/],
		[403, /^The identity is valid but does not have permission\. Assign it the role/],
		[404, /responds, but not as Azure Custom Speech \(status 404\)\. Compare 'Endpoint'/],
		[400, /does not support this 'API Version'/],
		[503, /too busy to respond/],
	])('tells a bare %d', async (status, words) => {
		emulator.addFault({ kind: 'status', status, path: '/models' });
		expect((await verdictOn()).message).toMatch(words);
	});

	it.each([
		['an endpoint without https', { endpoint: 'http://speech.example' }, /must start with https/],
		[
			'an endpoint with a path',
			{ endpoint: 'https://speech.example/a' },
			/only the scheme and host/,
		],
		['a sign-in without https', { authority: 'http://login.example' }, /valid sign-in address/],
	])('sends nothing to %s', async (_what, fields, words) => {
		expect((await verdictOn(fields)).message).toMatch(words);
		expect([...emulator.requests(), ...emulator.requests({ area: 'oauth' })]).toEqual([]);
	});

	it('tells a sign-in host that cannot be reached', async () => {
		const { message } = await verdictOn({ authority: 'http://127.0.0.1:9' });
		expect(message).toMatch(/^127\.0\.0\.1:9 cannot be reached for the sign-in \(\w+\)\./);
	});
});

describe('the Entra ID credential', () => {
	const TYPE = 'azureCustomSpeechOAuth2Api';
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator();
	});
	afterEach(async () => {
		await emulator.close();
	});

	const identity = (fields: Record<string, string> = {}): ICredentialDataDecryptedObject => ({
		cloud: 'other',
		authority: emulator.url,
		tenantId: 'contoso',
		clientId: emulator.oauth.clientId,
		clientSecret: emulator.oauth.clientSecret,
		endpoint: emulator.url,
		...fields,
	});

	const signIns = () => emulator.requests({ area: 'oauth' });

	async function select(data: ICredentialDataDecryptedObject, items = inEnglish): Promise<NodeRun> {
		return await runNode({
			node: new SelectBaseline(),
			items,
			parameters: { authentication: 'oAuth2' },
			credentials: { [TYPE]: data },
		});
	}

	/** The credential as n8n hands it to its OAuth2 code, all expressions filled in. */
	async function resolved(fields: Record<string, string> = {}) {
		const store = new CredentialStore(registeredCredentials(), { [TYPE]: identity(fields) });
		const reference = { id: '1', name: 'Speech' };
		return await store.getDecrypted({} as never, reference, TYPE, 'manual');
	}

	it('fetches a token once, saves it, and sends it as Bearer with every request', async () => {
		const data = identity();
		const items = ['en-US', 'en-GB', 'de-DE'].map((locale) => ({ json: { locale } }));
		const run = await select(data, items);
		expect(run.status).toBe('success');
		expect(signIns()).toMatchObject([
			{
				path: '/contoso/oauth2/v2.0/token',
				status: 200,
				body: {
					grant_type: 'client_credentials',
					scope: 'https://cognitiveservices.azure.com/.default',
				},
			},
		]);
		const { tokenSaves } = run.workflow.credentialStore;
		expect(tokenSaves).toBe(1);
		expect(data.oauthTokenData).toMatchObject({ access_token: expect.stringMatching(/./) });
		const looked = emulator.requests();
		expect(looked).toHaveLength(3);
		for (const request of looked) {
			expect(request).toMatchObject({ credentials: 'token', authorized: true, status: 200 });
		}
	});

	it('uses a saved token without signing in again', async () => {
		const data = identity();
		await select(data);
		await select(data);
		expect(signIns()).toHaveLength(1);
	});

	it('renews a token that has expired, and repeats the request', async () => {
		const data = identity();
		await select(data);
		const first = data.oauthTokenData as { access_token: string };
		emulator.expireTokens();
		emulator.clearRequests();
		const run = await select(data);
		expect(run.status).toBe('success');
		expect(emulator.requests().map(({ status }) => status)).toEqual([401, 200]);
		expect(signIns()).toHaveLength(1);
		const second = data.oauthTokenData as { access_token: string };
		expect(second.access_token).not.toBe(first.access_token);
	});

	it('renews a token in the middle of a training without training twice', async () => {
		const data = identity();
		await select(data);
		const [base] = emulator.list('baseModels').filter(({ locale }) => locale === 'en-US');
		const dataset = emulator.put('datasets', { displayName: 'Products' });
		const oAuth2 = { authentication: 'oAuth2' };
		emulator.addFault({
			kind: 'status',
			status: 401,
			method: 'POST',
			path: '/models',
		});
		const run = await runNode({
			node: new TrainModel(),
			items: [{ json: { datasets: [dataset.id], locale: base.locale } }],
			parameters: oAuth2,
			credentials: { [TYPE]: data },
		});
		expect(run.status).toBe('success');
		expect(emulator.list('models')).toHaveLength(1);
		expect(signIns()).toHaveLength(2);
	});

	it.each([
		['secret', { clientSecret: 'mistyped-by-a-person' }],
		['client ID', { clientId: '11111111-1111-4111-8111-111111111111' }],
	])('tells a wrong %s in a sentence without it', async (_what, fields) => {
		const data = identity(fields);
		const run = await select(data);
		expect(run.status).toBe('error');
		expect(sentenceOf(run)).toMatch(
			/^Microsoft Entra ID did not issue a token\. Check 'Tenant ID', 'Client ID' and 'Client Secret'/,
		);
		expect(textOf(run.error)).not.toContain(data.clientSecret);
		expect(emulator.requests()).toEqual([]);
		expect(data).not.toHaveProperty('oauthTokenData');
	});

	it('tells an identity without rights', async () => {
		emulator.denyKey();
		const run = await select(identity());
		expect(sentenceOf(run)).toContain("role 'Cognitive Services Speech Contributor'");
	});

	it('serves the lists too', async () => {
		const { results } = await callListSearch(
			new SelectBaseline(),
			'searchBaseModels',
			undefined,
			undefined,
			{ credentials: { [TYPE]: identity() }, parameters: { authentication: 'oAuth2' } },
		);
		expect(results.length).toBeGreaterThan(0);
		expect(signIns()).toHaveLength(1);
	});

	it.each([
		['clientCredentials', 'https://cognitiveservices.azure.com/.default'],
		['authorizationCode', 'https://cognitiveservices.azure.com/.default offline_access'],
	])('asks under %s for the scope %s', async (grantType, scope) => {
		expect(await resolved({ grantType })).toMatchObject({ grantType, scope });
	});

	it('asks for another scope when a person gives one', async () => {
		const { scope } = await resolved({ resourceScope: 'api://gateway/.default' });
		expect(scope).toBe('api://gateway/.default');
	});

	it.each([
		['contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
		['  contoso ', 'contoso'],
		['common/../evil', 'common%2F..%2Fevil'],
		['a?b#c', 'a%3Fb%23c'],
		['con toso', 'con%20toso'],
	])('puts tenant %j into both addresses as %s', async (tenantId, path) => {
		const { authUrl, accessTokenUrl } = await resolved({ tenantId });
		expect(authUrl).toBe(`${emulator.url}/${path}/oauth2/v2.0/authorize`);
		expect(accessTokenUrl).toBe(`${emulator.url}/${path}/oauth2/v2.0/token`);
	});

	it.each([
		['https://login.microsoftonline.com', '', 'https://login.microsoftonline.com/contoso/'],
		['https://login.microsoftonline.us', '', 'https://login.microsoftonline.us/contoso/'],
		['other', 'https://login.example///', 'https://login.example/contoso/'],
	])('signs in, with cloud %s and authority %j, at %s', async (cloud, authority, start) => {
		const { accessTokenUrl } = await resolved({ cloud, authority });
		expect(accessTokenUrl).toBe(`${start}oauth2/v2.0/token`);
	});
});

describe('API version 2024-11-15 in the credential', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'demo', speed: 100_000 });
	});
	afterEach(async () => {
		await emulator.close();
	});

	const old = () => credentialsFor(emulator, { apiVersion: '2024-11-15' });
	const project = () => byId(emulator.list('projects')[0].id);

	it('goes with every request of every node', async () => {
		const run = await runWorkflow({
			nodes: [
				{ node: new CheckExpiration() },
				{ node: new SelectBaseline() },
				{ node: new TrainModel() },
				{ node: new WaitForTraining(), parameters: { options: { checkEverySeconds: 1 } } },
			],
			credentials: old(),
		});
		expect(run.status).toBe('success');
		const versions = emulator.requests().map(({ query }) => query['api-version']);
		expect(new Set(versions)).toEqual(new Set(['2024-11-15']));
		expect(emulator.requests().map(({ method }) => method)).toContain('POST');
	});

	it.each([
		['Train Model', new TrainModel(), 'options'],
		['Check Expiration', new CheckExpiration(), 'filters'],
	])('leaves no room for a Project in %s, before anything is sent', async (_name, node, group) => {
		const run = await runNode({
			node,
			items: [{ json: { datasets: [emulator.list('datasets')[0].id] } }],
			parameters: { [group]: { projectId: project() } },
			credentials: old(),
		});
		expect(sentenceOf(run)).toMatch(
			/^'Project' cannot be used with API version 2024-11-15, which has no projects\. Remove the option/,
		);
		expect(emulator.requests()).toEqual([]);
	});
});
