import type { ServiceError } from '../../../nodes/shared/api/serviceError';
import { createOnce } from '../../../nodes/shared/api/createOnce';
import { refusal, silence } from '../failures';

const model = { name: 'made' };
const lost = silence({ uncertain: true });

/** Runs it on a clock that jumps; gives the result, or the error as a value. */
async function run(
	post: () => Promise<object>,
	find: () => Promise<object | null>,
	signal?: AbortSignal,
) {
	const outcome = createOnce(post, find, signal).catch((error: unknown) => error);
	await jest.advanceTimersByTimeAsync(120_000);
	return await outcome;
}

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
	jest.useRealTimers();
});

describe('creating once', () => {
	it('asks once and looks for nothing when the answer is good', async () => {
		const post = jest.fn().mockResolvedValue(model);
		const find = jest.fn();
		expect(await run(post, find)).toBe(model);
		expect(post).toHaveBeenCalledTimes(1);
		expect(find).not.toHaveBeenCalled();
	});

	it.each([
		['a refusal', refusal(400)],
		['throttling, which had no effect', refusal(429, { uncertain: false })],
		['a fault of our own', new TypeError('oops')],
	])('hands on %s without asking again', async (_name, error) => {
		const post = jest.fn().mockRejectedValue(error);
		const find = jest.fn();
		expect(await run(post, find)).toBe(error);
		expect(post).toHaveBeenCalledTimes(1);
		expect(find).not.toHaveBeenCalled();
	});

	it.each([
		['no answer', lost],
		['a server error', refusal(503, { uncertain: true })],
	])('asks only once when %s hid that it was made', async (_name, error) => {
		const post = jest.fn().mockRejectedValue(error);
		const find = jest.fn().mockResolvedValue(model);
		expect(await run(post, find)).toBe(model);
		expect(post).toHaveBeenCalledTimes(1);
	});

	it('asks again once it has looked several times and found nothing', async () => {
		const order: string[] = [];
		const post = jest.fn(async () => {
			order.push('post');
			return order.length > 1 ? model : await Promise.reject(lost);
		});
		const find = jest.fn(() => {
			order.push('find');
			return Promise.resolve(null);
		});
		expect(await run(post, find)).toBe(model);
		expect(order).toEqual(['post', 'find', 'find', 'find', 'post']);
	});

	it('gives up after two lost answers, the last of them looked after too', async () => {
		const post = jest.fn().mockRejectedValue(lost);
		const find = jest.fn().mockResolvedValue(null);
		const thrown = (await run(post, find)) as ServiceError;
		expect(thrown.message).toMatch(/the request may have succeeded/);
		expect(thrown.facts.advice).toMatch(/^Run the workflow again: it checks first/);
		expect(post).toHaveBeenCalledTimes(2);
		expect(find).toHaveBeenCalledTimes(6);
	});

	it('asks only once when the effect shows late', async () => {
		const post = jest.fn().mockRejectedValue(lost);
		const find = jest.fn().mockResolvedValueOnce(null).mockResolvedValueOnce(null);
		find.mockResolvedValueOnce(model);
		expect(await run(post, find)).toBe(model);
		expect(post).toHaveBeenCalledTimes(1);
	});

	it('does not wait an hour because the service asks for it', async () => {
		const busy = refusal(503, { uncertain: true, retryAfter: 3_600 });
		const find = jest.fn();
		const thrown = await run(jest.fn().mockRejectedValue(busy), find);
		expect((thrown as ServiceError).message).toMatch(/may have succeeded/);
		expect(find).not.toHaveBeenCalled();
	});

	it('hands on a refusal that follows a lost answer', async () => {
		const refused = refusal(400);
		const post = jest.fn().mockRejectedValueOnce(lost).mockRejectedValueOnce(refused);
		expect(await run(post, jest.fn().mockResolvedValue(null))).toBe(refused);
		expect(post).toHaveBeenCalledTimes(2);
	});

	it('does not ask again when it cannot look', async () => {
		const post = jest.fn().mockRejectedValue(lost);
		const cannot = refusal(400);
		const find = jest.fn().mockResolvedValueOnce(null).mockRejectedValue(cannot);
		const { message } = (await run(post, find)) as ServiceError;
		expect(message).toMatch(/may have succeeded/);
		// what was lost at first is not hidden by the look
		expect(message).toContain(lost.message);
		expect(message).toContain(cannot.message);
		expect(post).toHaveBeenCalledTimes(1);
		expect(find).toHaveBeenCalledTimes(3);
	});

	it('waits before it looks, as long as the service asks', async () => {
		const begun = Date.now();
		const post = jest.fn().mockRejectedValue(refusal(503, { uncertain: true, retryAfter: 30 }));
		const find = jest.fn(() => Promise.resolve({ lookedAfter: Date.now() - begun }));
		const found = (await run(post, find)) as { lookedAfter: number };
		expect(found.lookedAfter).toBeGreaterThanOrEqual(30_000);
	});

	it('waits a moment before it looks even when nothing is asked', async () => {
		const begun = Date.now();
		const find = jest.fn(() => Promise.resolve({ lookedAfter: Date.now() - begun }));
		const found = await run(jest.fn().mockRejectedValue(lost), find);
		expect((found as { lookedAfter: number }).lookedAfter).toBeGreaterThanOrEqual(1_000);
	});

	it('asks no more once the execution is cancelled', async () => {
		const stop = new AbortController();
		const post = jest.fn(async () => {
			stop.abort();
			return await Promise.reject(lost);
		});
		const find = jest.fn();
		expect(String(await run(post, find, stop.signal))).toMatch(/cancel|abort/i);
		expect(post).toHaveBeenCalledTimes(1);
		expect(find).not.toHaveBeenCalled();
	});
});
