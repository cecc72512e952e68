import type { ICredentialsDecrypted, INodeParameters } from 'n8n-workflow';

import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialTest } from '../../nodes/shared/n8n/authentication';
import {
	behindProxy,
	startForwardProxy,
	type ForwardProxy,
	type Refusal,
} from '../support/connectProxy.mts';
import type { CredentialValues } from '../support/credentialStore';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { callListSearch, credentialTestContext, runNode, type NodeRun } from '../support/engine';
import { hurry } from '../support/hurry';
import { expectWay, wholeText } from '../support/strangers';
import { startUntrustedHost } from '../support/untrustedHost.mts';

const ENDPOINT = 'https://my-resource.cognitiveservices.azure.com';
const HOST = new URL(ENDPOINT).host;
const IN_TIME_MS = 30_000;
const KEY = 'azureCustomSpeechApi';
const ENTRA = 'azureCustomSpeechOAuth2Api';

const textOf = ({ error }: NodeRun) => wholeText(error);

describe('a proxy between n8n and Azure', () => {
	let emulator: Emulator;
	let proxy: ForwardProxy;
	beforeEach(async () => {
		[emulator, proxy] = await Promise.all([freshEmulator(), startForwardProxy()]);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await Promise.all([emulator.close(), proxy.close()]);
	});

	const secrets = () => [emulator.key, emulator.oauth.clientSecret];
	const identity = {
		cloud: 'https://login.microsoftonline.com',
		tenantId: 'contoso',
		clientId: 'client',
		clientSecret: 'a-secret-made-up-for-this-test',
		endpoint: ENDPOINT,
	};
	const select = async (credentials: CredentialValues, parameters: INodeParameters = {}) =>
		await runNode({
			node: new SelectBaseline(),
			items: [{ json: { locale: 'en-US' } }],
			credentials,
			parameters,
		});
	const selectBehind = async (...given: Parameters<typeof select>) =>
		await behindProxy(proxy, async () => await select(...given));
	async function tested(method: keyof typeof credentialTest, type: string, data: object) {
		const credential = { id: '1', name: 'Speech', type, data } as ICredentialsDecrypted;
		return await behindProxy(proxy, async () =>
			credentialTest[method].call(credentialTestContext(), credential),
		);
	}

	it.each<[string, Refusal]>([
		['wants a sign-in', { status: 407, headers: { 'Proxy-Authenticate': 'Basic realm="x"' } }],
		['lets nothing through', { status: 403, body: '<h1>Blocked</h1>' }],
		['knows no such host', { status: 404, body: '{"error":"no such host"}' }],
	])(
		'that %s is named by node, list and test of the credential',
		async (_what, refusal) => {
			hurry();
			proxy.behave({ ...refusal, headers: { Via: '1.1 squid.example', ...refusal.headers } });
			const credentials = credentialsFor(emulator, { endpoint: ENDPOINT });
			const [run, list] = await behindProxy(
				proxy,
				async () =>
					await Promise.all([
						select(credentials),
						callListSearch(new SelectBaseline(), 'searchModels', undefined, undefined, {
							credentials,
							parameters: {},
						}).then(() => '', wholeText),
					]),
			);
			const verdict = await tested('testResourceKey', KEY, credentials[KEY]);
			for (const text of [textOf(run), list, verdict.message]) {
				expectWay(text, HOST);
				expect(text).toContain(`status ${refusal.status}`);
				expect(text).toContain("identifies itself as '1.1 squid.example'");
				for (const secret of secrets()) expect(text).not.toContain(secret);
			}
			expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${HOST}:443`]));
		},
		60_000,
	);

	it('that hangs up is named as well, within half a minute', async () => {
		proxy.behave('hangUp');
		const begun = Date.now();
		const run = await selectBehind(credentialsFor(emulator, { endpoint: ENDPOINT }));
		expect(Date.now() - begun).toBeLessThan(IN_TIME_MS);
		expect(textOf(run)).toMatch(new RegExp(`^No response from ${HOST}\\.`));
		expect(textOf(run)).toContain('a proxy that closed the connection');
	}, 40_000);

	it('that is not there is told by its address', async () => {
		hurry();
		const { host } = new URL(proxy.url);
		await proxy.close();
		const credentials = credentialsFor(emulator, { endpoint: ENDPOINT });
		const run = await selectBehind(credentials);
		const verdict = await tested('testResourceKey', KEY, credentials[KEY]);
		for (const text of [textOf(run), verdict.message]) {
			expect(text).toContain(HOST);
			expect(text).toContain(`ECONNREFUSED at ${host}, the proxy n8n is set to use`);
		}
		proxy = await startForwardProxy();
	}, 40_000);

	it.each([403, 407])(
		'that stops the sign-in is not taken for a wrong secret (%d)',
		async (status) => {
			hurry();
			proxy.behave({ status, body: '<h1>Blocked</h1>' });
			const run = await selectBehind({ [ENTRA]: identity }, { authentication: 'oAuth2' });
			const accessTokenUrl = 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token';
			const data = { ...identity, grantType: 'clientCredentials', accessTokenUrl };
			const verdict = await tested('testEntraIdentity', ENTRA, data);
			for (const text of [textOf(run), verdict.message]) {
				expect(text).toContain('Microsoft Entra ID');
				expect(text).toMatch(/proxy/);
				expect(text).not.toMatch(/Client Secret|Azure Custom Speech/);
			}
			expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT login.microsoftonline.com:443']));
		},
		60_000,
	);

	it('with a certificate of its own is told alike by node and test of the credential', async () => {
		hurry();
		const stranger = await startUntrustedHost();
		const credentials = credentialsFor(emulator, { endpoint: stranger.url });
		const run = await selectBehind(credentials);
		const verdict = await tested('testResourceKey', KEY, credentials[KEY]);
		await stranger.close();
		for (const text of [textOf(run), verdict.message]) {
			expect(text).toContain(`The certificate of ${new URL(stranger.url).host} was not accepted.`);
			expect(text).toMatch(/SELF_SIGNED_CERT.*NODE_EXTRA_CA_CERTS/);
		}
	}, 60_000);

	it('with a certificate of its own is told at the sign-in, too', async () => {
		hurry();
		const stranger = await startUntrustedHost();
		const accessTokenUrl = `${stranger.url}/contoso/oauth2/v2.0/token`;
		const fields = { ...identity, cloud: 'other', authority: stranger.url };
		const run = await selectBehind({ [ENTRA]: fields }, { authentication: 'oAuth2' });
		const data = { ...fields, grantType: 'clientCredentials', accessTokenUrl };
		const verdict = await tested('testEntraIdentity', ENTRA, data);
		await stranger.close();
		for (const text of [textOf(run), verdict.message]) {
			expect(text).toMatch(/^The certificate of the sign-in host.*NODE_EXTRA_CA_CERTS/);
		}
	}, 60_000);

	it('that begins to refuse while a job is waited for is borne', async () => {
		hurry();
		const model = emulator.put('models', { displayName: 'Retail', status: 'Running' });
		const run = await behindProxy(proxy, async () => {
			let { workflow } = await runNode({
				node: new WaitForTraining(),
				items: [{ json: { model: { id: model.id } } }],
				credentials: credentialsFor(emulator),
				parameters: { options: { checkEverySeconds: 120 } },
			});
			proxy.behave({ status: 407, body: '' });
			workflow = await workflow.resume();
			expect(workflow.status).toBe('waiting');
			proxy.behave('letThrough');
			emulator.finish('models', model.id);
			return await workflow.resume();
		});
		expect(run.status).toBe('success');
		expect(proxy.asked.length).toBeGreaterThan(2);
	}, 60_000);
});
