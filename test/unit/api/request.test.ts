import { request, type ServiceRequest } from '../../../nodes/shared/api/request';
import { ServiceError } from '../../../nodes/shared/api/serviceError';
import { readDone } from '../../../nodes/shared/api/shapes';
import { NOW } from '../entities';
import { connectionTo, contextAnswering } from './requestContext';

beforeEach(() => {
	jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate'] });
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
	jest.useRealTimers();
});

const SECOND = 1_000;
const OK = { statusCode: 200, body: '{}', headers: {} };
const throttled = (seconds: number) => ({
	statusCode: 429,
	body: JSON.stringify({ code: 'TooManyRequests', message: 'Slow down' }),
	headers: { 'retry-after': String(seconds) },
});

let resources = 0;

/** A resource of its own that gives one answer after the other, then only good ones; notes when it was asked. */
function resource(...answers: object[]) {
	const connection = connectionTo(`request-${++resources}`);
	const askedAt: number[] = [];
	const answer = () => {
		askedAt.push(Date.now() - NOW);
		return Promise.resolve(answers.shift() ?? OK);
	};
	const send = async (
		sendable: Pick<ServiceRequest, 'method' | 'policy' | 'body'> = { method: 'GET', policy: 'ask' },
		signal?: AbortSignal,
	) => {
		const url = `${connection.origin}/speechtotext/models`;
		const context = contextAnswering(answer, signal);
		const sent = { ...sendable, context, connection, url, read: readDone } as ServiceRequest;
		return await request(sent).then(
			() => null,
			(error: unknown) => error,
		);
	};
	return { askedAt, send };
}

async function pass(milliseconds: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(milliseconds);
}

describe('requests to one resource', () => {
	it('count with every try', async () => {
		const { askedAt, send } = resource(...Array.from({ length: 60 }, () => throttled(0)));
		const sent = Promise.all(Array.from({ length: 60 }, async () => await send()));
		await pass(30 * SECOND);
		expect(await sent).toEqual(Array.from({ length: 60 }, () => null));
		expect(askedAt).toHaveLength(120);
		for (const [number, moment] of askedAt.slice(100).entries()) {
			expect(moment - askedAt[number]).toBeGreaterThanOrEqual(10 * SECOND);
		}
	});

	it('are all held back by one that is throttled', async () => {
		const { askedAt, send } = resource(throttled(6));
		const first = send();
		await pass(100);
		const others = Promise.all([send(), send({ method: 'POST', policy: 'change', body: {} })]);
		await pass(20 * SECOND);
		expect(await first).toBeNull();
		expect(await others).toEqual([null, null]);
		expect(askedAt).toEqual([0, 6 * SECOND, 6 * SECOND, 6 * SECOND]);
	});

	it('end in the line within a second when the execution is stopped', async () => {
		const { askedAt, send } = resource();
		for (let number = 0; number < 100; number++) void send();
		const stop = new AbortController();
		const stopped = send({ method: 'GET', policy: 'ask' }, stop.signal);
		await pass(SECOND);
		stop.abort();
		await pass(SECOND);
		expect(await stopped).toEqual(new Error('The execution was canceled'));
		expect(askedAt).toHaveLength(100);
		await pass(20 * SECOND);
	});

	it('are not waited for by a list of the editor for longer than a person waits', async () => {
		const { askedAt, send } = resource();
		for (let number = 0; number < 250; number++) void send();
		const list = send({ method: 'GET', policy: 'listInEditor' });
		await pass(10 * SECOND);
		const error = await list;
		expect(error).toBeInstanceOf(ServiceError);
		const { message, advice, status } = (error as ServiceError).facts;
		expect(message).toMatch(/^Too many requests to .+ are queued in n8n\.$/);
		expect(advice).toContain('100 requests in 10 seconds');
		expect(status).toBe(429);
		await pass(20 * SECOND);
		expect(askedAt).toHaveLength(250);
	});

	it('are sent while a request to another resource is held back', async () => {
		const held = resource(throttled(60));
		const free = resource();
		const waiting = held.send();
		await pass(0);
		expect(await free.send()).toBeNull();
		await pass(60 * SECOND);
		expect(await waiting).toBeNull();
	});
});
