import { bodyIn, faultOf } from '../../../nodes/shared/api/fault';
import { explainSignIn } from '../../../nodes/shared/api/signInAdvice';
import { HOLES } from '../failures';

const SIGN_IN = 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token';
const SPEECH = 'https://x.cognitiveservices.azure.com/speechtotext/models?api-version=2025-10-15';
/** How n8n wraps the errors of its own client: at the first sign-in with words of its own, at a renewal without. */
const first = (cause: object) => ({
	message: 'x',
	cause: { message: 'Failed to acquire OAuth2 access token: x', cause },
});
const renewal = (cause: object) => ({ message: 'x', cause });

describe.each([
	['the first sign-in', first],
	['a renewal', renewal],
])('what went wrong in %s', (_when, wrap) => {
	it.each([
		['a refusal', { code: 'EAUTH', body: { error: 'invalid_client' } }, 'failed', 401],
		[
			'a refusal in no shape of a sign-in',
			{ code: 'EAUTH', body: { error: {} } },
			'stranger',
			null,
		],
		['a page', { code: 'ESTATUS', status: 200, body: '<h1>' }, 'stranger', 200],
		['a proxy', { code: 'ESTATUS', status: 407, body: '' }, 'stranger', 407],
		['a redirect that leads nowhere', { code: 'ESTATUS', status: 302, body: '' }, 'redirect', 302],
		[
			'a redirect in a circle',
			{ code: 'ERR_FR_TOO_MANY_REDIRECTS', message: 'Maximum number of redirects exceeded' },
			'redirect',
			null,
		],
		[
			'a host that is down',
			{ code: 'ERR_BAD_RESPONSE', config: { url: SIGN_IN }, response: { status: 503 } },
			'failed',
			503,
		],
		['no host', { code: 'ENOTFOUND', config: { url: SIGN_IN } }, 'failed', null],
		['a bad certificate', { code: 'CERT_HAS_EXPIRED', config: { url: SIGN_IN } }, 'failed', null],
		['a hung-up line', { message: 'x', config: { url: SIGN_IN } }, 'failed', null],
	])('is told of %s', (_what, cause, signIn, status) => {
		expect(faultOf(wrap(cause))).toMatchObject({ signIn, status });
	});
});

describe('what went wrong beside the sign-in', () => {
	it('is the answer of the resource, with its body', () => {
		const response = { status: 401, data: '{"code":"Unauthorized"}', headers: { via: '1.1 p' } };
		const thrown = { httpCode: '401', cause: { config: { url: SPEECH }, response } };
		const answer = faultOf(thrown);
		expect(answer).toMatchObject({ status: 401, via: '1.1 p' });
		expect(bodyIn(thrown)).toBe('{"code":"Unauthorized"}');
		expect(answer.signIn).toBeUndefined();
	});

	it('is the network of the resource', () => {
		const cause = { code: 'ECONNREFUSED', address: '10.0.0.1', port: 3128 };
		const answer = faultOf({ cause: { config: { url: SPEECH }, cause } });
		expect(answer).toMatchObject({ status: null, fault: 'ECONNREFUSED', peer: '10.0.0.1:3128' });
		expect(answer.signIn).toBeUndefined();
	});

	it.each([null, undefined, 'text', 7, {}, { cause: null }, { errors: [] }])(
		'is nothing that can be told: %j',
		(thrown) => {
			expect(faultOf(thrown)).toMatchObject({ status: null, fault: 'no complete response' });
		},
	);

	it('is a proxy that hung up', () => {
		const cause = { message: 'Proxy connection ended before receiving CONNECT response' };
		expect(faultOf({ cause }).fault).toBe('a proxy that closed the connection');
	});
});

describe('the sentences for a sign-in', () => {
	const kinds = ['failed', 'noToken', 'otherToken', 'redirect', 'stranger'] as const;
	const statuses = [null, 200, 302, 400, 401, 407, 429, 503];
	it.each(kinds)('never speak of the resource, and have no holes: %s', (signIn) => {
		for (const status of statuses) {
			const { message, advice } = explainSignIn({ status, body: '', retryAfter: null, signIn });
			expect(message).toMatch(/Microsoft Entra ID/);
			expect(`${message} ${advice}`).not.toMatch(/Azure Custom Speech|'Endpoint'|'Region'/);
			expect(`${message} ${advice}`).not.toMatch(HOLES);
		}
	});
});
