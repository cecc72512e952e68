import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { defined } from '../../support/defined';
import type { Emulator } from '../../support/emulator';
import { nodeCalled, HOST } from '../support/contactCentre.mts';
import type { Scenario } from '../support/scenario.mts';

const ENTRA = { authentication: 'oAuth2' };
const LOCALE = { locale: 'en-US' };
const refusal = (status: number, code: string) => ({
	kind: 'status' as const,
	status,
	body: { code: 'InvalidRequest', message: 'Refused', innerError: { code, message: 'Refused' } },
});

const answers = (status: number) => (emulator: Emulator) => {
	emulator.addFault({ kind: 'status', status });
};

/** What a test of the credential says, as the dialog of n8n shows it. */
async function triedBy(method: string, data: ICredentialDataDecryptedObject) {
	const { credentialTestContext } = await import('../../support/engine');
	const test = defined(nodeCalled('Select Baseline').methods?.credentialTest?.[method]);
	const { message } = await test.call(credentialTestContext(), {
		id: 'test',
		name: 'Test',
		type: 'test',
		data,
	});
	return message.replaceAll(/127\.0\.0\.1:\d+/g, HOST);
}

/** Answers in the shape of the gateway: the case, status, code, and what it says. */
const REFUSALS: Array<[what: string, status: number, code: string, message: string]> = [
	['a tier without Custom Speech', 400, 'InvalidSubscription', 'Only "Standard" subscriptions.'],
	['a missing role', 401, 'PermissionDenied', 'The principal lacks the required data action.'],
	['key access that is switched off', 403, 'AuthenticationTypeDisabled', 'Keys are disabled.'],
	['a token on a regional host', 400, 'BadRequest', 'Please provide a custom subdomain.'],
	['closed network rules', 403, '403', 'Access denied due to Virtual Network/Firewall rules.'],
	['a version that is not taken', 400, 'UnsupportedApiVersion', 'Not this version.'],
	['a fault inside the service', 400, 'PipelineError', 'Something broke.'],
];

/** Tests of the credential that fail: the case, fields typed otherwise, and what to do to the service before. */
const TRIED: Array<
	[what: string, fields: Record<string, string>, prepare?: (emulator: Emulator) => void]
> = [
	['the test of a wrong key', { apiKey: 'test-key' }],
	['the test of a host where nothing listens', { endpoint: 'http://127.0.0.1:9' }],
	[
		'the test of a key without rights',
		{},
		(emulator) => {
			emulator.denyKey();
		},
	],
	['the test of a host of somebody else', {}, answers(404)],
	['the test of an API version that is not taken', {}, answers(400)],
];

/** What any node says about its way to Azure: the case, and the message it ends in. */
const scenarios: Scenario[] = [
	[
		'a wrong key',
		({ saidBy, reachedBy }) =>
			saidBy('Select Baseline', LOCALE, {}, { credentials: reachedBy({ apiKey: 'test-key' }) }),
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
			const said = await saidBy('Select Baseline', LOCALE, {}, { credentials });
			return said?.replace('127.0.0.1:9', HOST);
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
	...REFUSALS.map(
		([what, status, code, message]): Scenario => [
			what,
			({ emulator, saidBy }) => {
				emulator.addFault({ kind: 'status', status, body: { error: { code, message } } });
				return saidBy('Select Baseline', LOCALE);
			},
		],
	),
	[
		'another service that answers in JSON',
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'status', status: 200, body: { items: [] }, times: 99 });
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'an answer without end',
		({ emulator, saidBy }) => {
			emulator.addFault({ kind: 'status', status: 200, body: '['.repeat(1_000) });
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
			return saidBy('Select Baseline', LOCALE, ENTRA, { credentials });
		},
	],
	...[
		['an endpoint without https', 'http://my-resource.cognitiveservices.azure.com'],
		['an endpoint with a path', 'https://my-resource.cognitiveservices.azure.com/speechtotext'],
		['an endpoint that is no URL', 'my-resource'],
	].map(
		([what, endpoint]): Scenario => [
			what,
			({ saidBy, reachedBy }) =>
				saidBy('Select Baseline', LOCALE, {}, { credentials: reachedBy({ endpoint }) }),
		],
	),
	[
		'the test of a token that is not taken',
		async ({ emulator, reachedBy }) => {
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
			return await triedBy('testEntraIdentity', data);
		},
	],
	...TRIED.map(
		([what, address, prepare]): Scenario => [
			what,
			async ({ emulator, reachedBy }) => {
				prepare?.(emulator);
				return await triedBy('testResourceKey', reachedBy(address).azureCustomSpeechApi);
			},
		],
	),
];

export default scenarios;
