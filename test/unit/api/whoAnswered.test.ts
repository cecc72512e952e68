import type { Answer } from '../../../nodes/shared/api/answer';
import { POLICIES } from '../../../nodes/shared/api/policies';
import { requestError } from '../../../nodes/shared/api/requestError';
import { isStranger, saysAbsent } from '../../../nodes/shared/api/whoAnswered';
import { HOLES } from '../failures';
import { connectionTo } from './requestContext';

const answer = (status: number, body: unknown, more: Partial<Answer> = {}): Answer => ({
	status,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	retryAfter: null,
	...more,
});

const OF_SERVICE: Array<[string, unknown]> = [
	['the contract', { code: 'InvalidRequest', message: 'No.' }],
	[
		'the contract, nested',
		{ code: 'NotAllowed', message: null, innerError: { code: 'Forbidden', message: 'No.' } },
	],
	['the contract, with a code of tomorrow', { code: 'BrandNew', message: 'No.' }],
	['the contract, with nothing but its code', { code: 'Conflict' }],
	['the contract, with capitals', { Code: 'Conflict', Message: 'No.' }],
	['the gateway', { error: { code: '401', message: 'Access denied.' } }],
	['the gateway, with a name for a code', { error: { code: 'PermissionDenied', message: 'No.' } }],
];

const STRANGE: Array<[string, unknown]> = [
	['nothing', ''],
	['blanks', ' \r\n'],
	['a page', '<!DOCTYPE html><html><body><h1>Blocked</h1></body></html>'],
	['XML', '<?xml version="1.0"?><Error><Code>NotFound</Code><Message>No.</Message></Error>'],
	['plain text', 'Forbidden'],
	['half of the contract', '{"code":"NotFound","mess'],
	['an empty object', {}],
	['a list', [{ code: 'NotFound', message: 'No.' }]],
	['null', 'null'],
	['a number', '404'],
	['a text in JSON', '"NotFound"'],
	['a message alone', { message: 'Not found.' }],
	['a message with a capital', { Message: 'Not found.' }],
	['the status as a number', { statusCode: 404, message: 'Resource not found' }],
	['a code that is a number', { code: 404, message: 'Not found.' }],
	['a code that is empty', { code: ' ', message: 'Not found.' }],
	['an error that is a text', { error: 'Not Found', message: 'Route not found', statusCode: 404 }],
	['an error whose code is a number', { error: { code: 403, message: 'Forbidden.' } }],
	['an error without a message', { error: { code: '403' } }],
	['an error without a code', { error: { message: 'NotFound' } }],
	['a problem by RFC 9457', { type: 'about:blank', title: 'Forbidden', status: 403 }],
	['a code further down', { fault: { code: 'NotFound', message: 'No.' } }],
];

const REFUSALS = [400, 401, 402, 403, 404, 405, 409, 410, 411, 413, 415, 418, 422, 431, 451, 499];
const PASSING = [408, 425, 429, 500, 502, 503, 504, 511, 599];

describe.each(REFUSALS)('an answer of status %d', (status) => {
	it.each(OF_SERVICE)("is the service's in the shape of %s", (_what, body) => {
		expect(isStranger(answer(status, body))).toBe(false);
	});

	it.each(STRANGE)("is a stranger's with %s for a body", (_what, body) => {
		expect(isStranger(answer(status, body))).toBe(true);
	});
});

describe('an answer', () => {
	it.each(PASSING)('of status %d passes for the service, whatever its body', (status) => {
		for (const [, body] of [...OF_SERVICE, ...STRANGE]) {
			expect(isStranger(answer(status, body))).toBe(false);
		}
	});

	it.each([200, 204, 301, 302, 307, 407])('of status %d that brought nothing is none', (status) => {
		for (const [, body] of [...OF_SERVICE, ...STRANGE]) {
			expect(isStranger(answer(status, body))).toBe(true);
		}
	});

	it('that did not come is not of a stranger', () => {
		expect(isStranger({ status: null, body: '', retryAfter: null })).toBe(false);
	});
});

describe('that something is not there', () => {
	const absent = { code: 'NotFound', message: 'No such model.' };

	it.each([400, 404, 410])('is said by the code NotFound of the contract (status %d)', (status) => {
		expect(saysAbsent(answer(status, absent))).toBe(true);
		expect(saysAbsent(answer(status, { ...absent, innerError: { code: 'InvalidModel' } }))).toBe(
			true,
		);
	});

	it.each<[string, number, unknown]>([
		['another code', 404, { code: 'InvalidRequest', innerError: { code: 'NotFound' } }],
		['a code that only sounds alike', 404, { code: 'ResourceNotFound', message: 'No.' }],
		['the gateway', 404, { error: { code: '404', message: 'Resource not found' } }],
		['the gateway by that name', 404, { error: { code: 'NotFound', message: 'No.' } }],
		['a service that is down', 503, absent],
		...STRANGE.map(([what, body]): [string, number, unknown] => [what, 404, body]),
	])('is not said by %s', (_what, status, body) => {
		expect(saysAbsent(answer(status, body))).toBe(false);
	});
});

describe('the error for an answer', () => {
	const connection = connectionTo('way');
	const { host } = new URL(connection.origin);
	const errorFor = (given: Answer, policy: keyof typeof POLICIES = 'ask') =>
		requestError({ connection, policy }, given, 1);

	it.each(REFUSALS)('of a stranger names host and proxy, and no refusal (status %d)', (status) => {
		for (const [, body] of STRANGE) {
			const { facts, isTransient, isNotFound } = errorFor(answer(status, body));
			expect(facts).toMatchObject({ kind: 'malformed', status });
			expect([isTransient, isNotFound]).toEqual([true, false]);
			const text = `${facts.message} ${facts.advice}`;
			expect(facts.message).toContain(host);
			expect(text).toMatch(/proxy/);
			expect(text).toContain('at most 15 seconds');
			expect(text).not.toMatch(/\bkeys?\b|\brole|fields of the node|deleted/i);
			expect(text).not.toMatch(HOLES);
		}
	});

	it('of a proxy names the proxy as that names itself, in short', () => {
		const via = `1.1 squid.example (squid/5.7) ${'x'.repeat(200)}`;
		const { facts } = errorFor(answer(403, '<h1>No</h1>', { via: '1.1 squid.example' }));
		expect(facts.advice).toContain("which identifies itself as '1.1 squid.example',");
		expect(errorFor(answer(407, '', { via })).message).toBe(
			`A proxy between n8n and ${host} requires a sign-in (status 407).`,
		);
	});

	it.each(['change', 'ask', 'upload'] as const)(
		'of a stranger is uncertain only for a change (%s)',
		(policy) => {
			const { facts } = errorFor(answer(403, '<h1>No</h1>'), policy);
			expect(facts.uncertain).toBe(policy === 'change');
			expect(errorFor(answer(403, OF_SERVICE[0][1]), policy).facts.uncertain).toBe(false);
		},
	);

	it('of the gateway at a place without Custom Speech says so, and not that something is gone', () => {
		const body = { error: { code: '404', message: 'Resource not found' } };
		const error = errorFor(answer(404, body));
		expect([error.isNotFound, error.isTransient]).toEqual([false, false]);
		expect(error.message).toBe(`${host} does not have Azure Custom Speech at this address.`);
		expect(error.facts.advice).toMatch(/region or endpoint.*Azure says: Resource not found/);
	});

	it.each<[string, string | null, string | null]>([
		['at the host itself', 'way.cognitiveservices.azure.com', null],
		['at an address of the host', '10.1.2.3:443', null],
		['nobody knows where', null, null],
		['at the name of a proxy', 'proxy.example', 'proxy.example'],
		['at the port of a proxy', '10.1.2.3:3128', '10.1.2.3:3128'],
	])(
		'that did not come names a proxy only when the connection broke there: %s',
		(_w, peer, said) => {
			const { facts } = errorFor({ status: null, body: '', retryAfter: null, fault: 'X', peer });
			expect(facts.message).toBe(`No response from ${host}.`);
			const proxy = said === null ? '' : ` at ${said}, the proxy n8n is set to use`;
			expect(facts.advice).toContain(`The connection ended with X${proxy}. Check`);
		},
	);
});
