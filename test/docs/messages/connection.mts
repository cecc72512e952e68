import { nodeCalled, HOST } from '../support/contactCentre.mts';

const LOCALE = { locale: 'en-US' };
const refusal = (status, code) => ({
	kind: 'status',
	status,
	body: { code: 'InvalidRequest', message: 'Refused', innerError: { code, message: 'Refused' } },
});

const answers = (status) => (emulator) => emulator.addFault({ kind: 'status', status });

/** What any node says about its way to Azure: the case, and the message it ends in. */
export default [
	[
		'a wrong key',
		({ saidBy, reachedBy }) =>
			saidBy('Select Baseline', LOCALE, { credentials: reachedBy({ apiKey: 'test-key' }) }),
	],
	[
		'a key without rights',
		({ emulator, saidBy }) => {
			emulator.denyKey();
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'a key that is stopped for another reason',
		({ emulator, saidBy }) => {
			emulator.addFault(refusal(403, 'Forbidden'));
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'a host where nothing listens',
		async ({ saidBy, reachedBy }) => {
			const credentials = reachedBy({ endpoint: 'http://127.0.0.1:9' });
			const said = await saidBy('Select Baseline', LOCALE, { credentials });
			return said.replace('127.0.0.1:9', HOST);
		},
	],
	[
		'a proxy that answers instead',
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'html', times: 99 });
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'throttling without end',
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'status', status: 429, times: 99 });
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'a service that is down',
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'status', status: 503, times: 99 });
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'a lost answer',
		({ emulator, saidBy, find }) => {
			emulator.addFault({ kind: 'dropBefore', method: 'POST', path: '/models', times: 99 });
			return saidBy('Train Model', { model: { id: find('models', 'Retail en-US').id } });
		},
	],
	[
		'a limit of the pricing tier',
		({ emulator, saidBy, find }) => {
			emulator.addFault({ method: 'POST', path: '/models', ...refusal(409, 'QuotaViolation') });
			return saidBy('Train Model', { model: { id: find('models', 'Retail en-US').id } });
		},
	],
	...[
		['a tier without Custom Speech', 400, 'InvalidSubscription', 'Only "Standard" subscriptions.'],
		['a missing role', 401, 'PermissionDenied', 'The principal lacks the required data action.'],
		['key access that is switched off', 403, 'AuthenticationTypeDisabled', 'Keys are disabled.'],
		['a token on a regional host', 400, 'BadRequest', 'Please provide a custom subdomain.'],
		['closed network rules', 403, '403', 'Access denied due to Virtual Network/Firewall rules.'],
		['a version that is not taken', 400, 'UnsupportedApiVersion', 'Not this version.'],
		['a fault inside the service', 400, 'PipelineError', 'Something broke.'],
	].map(([what, status, code, message]) => [
		what,
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'status', status, body: { error: { code, message } } });
			return saidBy('Select Baseline', LOCALE);
		},
	]),
	[
		'another service that answers in JSON',
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'status', status: 200, body: { items: [] }, times: 99 });
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'a secret that Entra ID refuses',
		({ emulator, saidBy }) => {
			const azureCustomSpeechOAuth2Api = {
				cloud: 'other',
				authority: emulator.url,
				tenantId: 'contoso',
				clientId: emulator.oauth.clientId,
				clientSecret: 'test-secret',
				endpoint: emulator.url,
			};
			const credentials = { azureCustomSpeechOAuth2Api };
			return saidBy('Select Baseline', LOCALE, { authentication: 'oAuth2', credentials });
		},
	],
	...[
		['an endpoint without https', 'http://my-resource.cognitiveservices.azure.com'],
		['an endpoint with a path', 'https://my-resource.cognitiveservices.azure.com/speechtotext'],
		['an endpoint that is no URL', 'my-resource'],
	].map(([what, endpoint]) => [
		what,
		({ saidBy, reachedBy }) =>
			saidBy('Select Baseline', LOCALE, { credentials: reachedBy({ endpoint }) }),
	]),
	[
		'the test of a token that is not taken',
		async ({ emulator, reachedBy }) => {
			const { credentialTestContext } = await import('../../support/engine');
			const { testEntraIdentity } = nodeCalled('Select Baseline').methods.credentialTest;
			const { endpoint } = reachedBy({}).azureCustomSpeechApi;
			const { clientId, clientSecret, tokenUrl: accessTokenUrl } = emulator.oauth;
			emulator.addFault({ kind: 'status', status: 401, path: '/models' });
			const data = {
				endpoint,
				clientId,
				clientSecret,
				accessTokenUrl,
				grantType: 'clientCredentials',
				scope: 'https://cognitiveservices.azure.com/.default',
			};
			const { message } = await testEntraIdentity.call(credentialTestContext(), { data });
			return message.replaceAll(/127\.0\.0\.1:\d+/g, HOST);
		},
	],
	...[
		['the test of a wrong key', { apiKey: 'test-key' }],
		['the test of a host where nothing listens', { endpoint: 'http://127.0.0.1:9' }],
		['the test of a key without rights', {}, (emulator) => emulator.denyKey()],
		['the test of a host of somebody else', {}, answers(404)],
		['the test of an API version that is not taken', {}, answers(400)],
	].map(([what, address, prepare]) => [
		what,
		async ({ emulator, reachedBy }) => {
			prepare?.(emulator);
			const { credentialTestContext } = await import('../../support/engine');
			const { testResourceKey } = nodeCalled('Select Baseline').methods.credentialTest;
			const data = reachedBy(address).azureCustomSpeechApi;
			const { message } = await testResourceKey.call(credentialTestContext(), { data });
			return message.replaceAll(/127\.0\.0\.1:\d+/g, HOST);
		},
	]),
];
