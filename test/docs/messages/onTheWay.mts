import { startSignInHost } from '../../support/signInHost';
import { startUntrustedHost } from '../../support/untrustedHost.mts';
import { HOST } from '../support/contactCentre.mts';
import type { Scenario } from '../support/scenario.mts';

const LOCALE = { locale: 'en-US' };
const ENTRA = { authentication: 'oAuth2' };

/** What answers in the place of the service: the case and the status. */
const STRANGERS: Array<[what: string, status: number]> = [
	['a firewall that answers instead', 403],
	['a proxy that wants a sign-in', 407],
];

/** What a sign-in host answers in the place of a token: the case, status and body. */
const SIGN_INS: Array<[what: string, status: number, body: string]> = [
	['a sign-in without a token', 200, '{"expires_in":3600}'],
	['a token of another type', 200, '{"access_token":"test-token","token_type":"mac"}'],
	['a redirect of the sign-in host', 302, ''],
	['a firewall before the sign-in host', 403, '<h1>Blocked</h1>'],
];

/** What any node says when something on the way to Azure answers in its place: the case, and the message it ends in. */
const scenarios: Scenario[] = [
	...STRANGERS.map(
		([what, status]): Scenario => [
			what,
			({ emulator, saidBy }) => {
				emulator.addFault({ kind: 'stranger', status, times: 99 });
				return saidBy('Select Baseline', LOCALE);
			},
		],
	),
	[
		'a place without Custom Speech',
		({ emulator, saidBy }) => {
			const body = { error: { code: '404', message: 'Resource not found' } };
			emulator.addFault({ kind: 'status', status: 404, body });
			return saidBy('Select Baseline', LOCALE);
		},
	],
	[
		'a certificate that is not accepted',
		async ({ saidBy, reachedBy }) => {
			const stranger = await startUntrustedHost();
			const credentials = reachedBy({ endpoint: stranger.url });
			const said = await saidBy('Select Baseline', LOCALE, {}, { credentials });
			await stranger.close();
			return said?.replace(new URL(stranger.url).host, HOST);
		},
	],
	...SIGN_INS.map(
		([what, status, body]): Scenario => [
			what,
			async ({ emulator, saidBy }) => {
				const host = await startSignInHost(status, { 'content-type': 'application/json' }, body);
				const azureCustomSpeechOAuth2Api = {
					cloud: 'other',
					authority: host.url,
					tenantId: 'contoso',
					clientId: 'client',
					clientSecret: 'test-secret',
					endpoint: emulator.url,
				};
				const credentials = { azureCustomSpeechOAuth2Api };
				const around = { credentials };
				const said = await saidBy('Select Baseline', LOCALE, ENTRA, around);
				await host.close();
				return said;
			},
		],
	),
];

export default scenarios;
