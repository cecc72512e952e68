import type { Answer } from '../../../nodes/shared/api/answer';
import type { POLICIES } from '../../../nodes/shared/api/policies';
import { crowdedError, requestError } from '../../../nodes/shared/api/requestError';
import { refusal, silence } from '../failures';
import { connectionTo } from './requestContext';

const connection = connectionTo('retail');
const HOST = 'retail.cognitiveservices.azure.com';
const NOTHING: Answer = { status: null, body: '', retryAfter: null };
const errorFor = (
	answer: Partial<Answer>,
	{ policy = 'ask', tries = 1 }: { policy?: keyof typeof POLICIES; tries?: number } = {},
) => requestError({ connection, policy }, { ...NOTHING, ...answer }, tries);
const refused = (status: number, code = 'X', message = 'No.') => ({
	status,
	body: JSON.stringify({ code, message }),
});

describe('the error for a request that is given up', () => {
	it('says how often it was tried, once that is more than once', () => {
		expect(errorFor({}).message).toBe(`No response from ${HOST}.`);
		expect(errorFor({}, { tries: 2 }).message).toBe(`No response from ${HOST}. Tried 2 times.`);
	});

	it.each<[string, Partial<Answer>, boolean]>([
		['no answer', {}, true],
		['a service that broke', refused(500), true],
		['a success that cannot be read', { status: 200 }, true],
		['a refusal', refused(400), false],
		['throttling', refused(429), false],
		['a sign-in, without which nothing was sent', { signIn: 'failed' }, false],
	])('of a change is uncertain after %s', (_what, answer, uncertain) => {
		expect(errorFor(answer, { policy: 'change' }).facts.uncertain).toBe(uncertain);
		expect(errorFor(answer, { policy: 'ask' }).facts.uncertain).toBe(false);
	});

	it.each<[string, Partial<Answer>, RegExp, RegExp]>([
		[
			'too much to read',
			{ status: 200, excess: 'larger than 64 MiB' },
			/cannot be read: it is larger than 64 MiB\.$/,
			/A proxy may be responding/,
		],
		[
			'JSON of another kind',
			{ status: 200, json: { value: {} } },
			/JSON in an unknown format \(status 200\)\.$/,
			/'Keys and Endpoint'/,
		],
		[
			'a list of another kind',
			{ status: 201, json: { value: [] } },
			/JSON in an unknown format \(status 201\)\.$/,
			/another service/,
		],
		[
			'JSON that is no more than a text',
			{ status: 200, json: { value: 'Welcome' } },
			/something other than JSON \(status 200\)\.$/,
			/sign-in page/,
		],
		['null', { status: 200, json: { value: null } }, /something other than JSON/, /sign-in page/],
		['a page', { status: 302 }, /something other than JSON \(status 302\)\.$/, /sign-in page/],
	])('names what came in place of an answer: %s', (_what, answer, message, advice) => {
		const { facts } = errorFor(answer);
		expect(facts).toMatchObject({ kind: 'malformed', status: answer.status });
		expect(facts.message).toContain(HOST);
		expect(facts.message).toMatch(message);
		expect(facts.advice).toMatch(advice);
	});

	it('tells the code, the status, and how long the service asked to wait', () => {
		const { facts } = errorFor({ ...refused(429, 'TooManyRequests'), retryAfter: 7 });
		expect(facts).toMatchObject({
			kind: 'refused',
			status: 429,
			code: 'TooManyRequests',
			retryAfter: 7,
		});
		expect(facts.advice).toMatch(
			/It asked to wait 7 seconds\. A request is retried for at most 120 seconds\.$/,
		);
		expect(facts).not.toHaveProperty('absent');
	});

	it('speaks of no wait that was not asked for, and of no retry of what stays refused', () => {
		const { facts } = errorFor(refused(400, 'InvalidRequest'));
		expect(facts.advice).not.toMatch(/asked to wait|retried/);
	});

	it('says that something is gone only when the service does', () => {
		expect(errorFor(refused(404, 'NotFound')).facts.absent).toBe(true);
		expect(errorFor(refused(404, 'InvalidRequest')).facts).not.toHaveProperty('absent');
	});

	it.each([
		['ask', 15],
		['upload', 600],
		['listInEditor', 10],
	] as const)('says how long is waited without an answer (%s): %d s', (policy, seconds) => {
		const { facts } = errorFor({ fault: 'ETIMEDOUT' }, { policy });
		expect(facts).toMatchObject({ kind: 'unreachable' });
		expect(facts).not.toHaveProperty('status');
		expect(facts.advice).toMatch(
			new RegExp(`Without a response, a request is retried for at most ${seconds} seconds\\.$`),
		);
	});

	it('promises no retry for a certificate that is not accepted', () => {
		const { facts } = errorFor({ fault: 'CERT_HAS_EXPIRED' });
		expect(facts.message).toBe(`The certificate of ${HOST} was not accepted.`);
		expect(facts.advice).toMatch(/NODE_EXTRA_CA_CERTS/);
		expect(facts.advice).not.toMatch(/retried/);
	});

	it('is that of the sign-in when that brought no token, with its status', () => {
		const { facts } = errorFor({ status: 401, signIn: 'failed' });
		expect(facts.message).toMatch(/Microsoft Entra ID/);
		expect(facts.status).toBe(401);
		expect(errorFor({ signIn: 'failed' }).facts).not.toHaveProperty('status');
	});
});

describe('the error for a request whose turn did not come', () => {
	it('names the resource, what it takes, and that it may be over in a moment', () => {
		const error = crowdedError(connection);
		expect(error.facts).toMatchObject({ kind: 'refused', status: 429 });
		expect(error.message).toBe(`Too many requests to ${HOST} are queued in n8n.`);
		expect(error.facts.advice).toMatch(/accepts 100 requests in 10 seconds/);
		expect(error.isTransient).toBe(true);
	});
});

describe('an error of a request', () => {
	const stranger = refusal(403, { kind: 'malformed' });

	it('is a refusal with a status only when the service gave it', () => {
		expect(refusal(403).isRefusedAs(403)).toBe(true);
		expect(refusal(403).isRefusedAs(401)).toBe(false);
		expect(stranger.isRefusedAs(403)).toBe(false);
	});

	it('is of something on the way when that answered with a status', () => {
		expect(stranger.isOfStranger).toBe(true);
		expect(refusal(403).isOfStranger).toBe(false);
		expect(silence({ kind: 'malformed' }).isOfStranger).toBe(false);
	});
});
