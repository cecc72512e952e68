import { pause } from '../../../nodes/shared/api/pause';

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
	jest.useRealTimers();
});

/** Notes how long a pause took on the fake clock, and how it ended. */
function timed(milliseconds: number, signal?: AbortSignal) {
	const begun = Date.now();
	const ended: { after?: number; error?: unknown } = {};
	void pause(milliseconds, signal)
		.catch((error: unknown) => (ended.error = error))
		.finally(() => (ended.after = Date.now() - begun));
	return ended;
}

describe('a pause', () => {
	it.each([1, 4_999, 5_000, 5_001, 17_500])('lasts %d ms', async (milliseconds) => {
		const ended = timed(milliseconds);
		await jest.advanceTimersByTimeAsync(milliseconds - 1);
		expect(ended.after).toBeUndefined();
		await jest.advanceTimersByTimeAsync(1);
		expect(ended).toEqual({ after: milliseconds });
	});

	it.each([0, -5])('of %d ms is none', async (milliseconds) => {
		const ended = timed(milliseconds);
		await jest.advanceTimersByTimeAsync(0);
		expect(ended).toEqual({ after: 0 });
	});

	it('ends within 5 s when the execution is cancelled', async () => {
		const stop = new AbortController();
		const ended = timed(600_000, stop.signal);
		await jest.advanceTimersByTimeAsync(12_000);
		stop.abort();
		await jest.advanceTimersByTimeAsync(5_000);
		expect(ended.after).toBeLessThanOrEqual(17_000);
		expect(ended.error).toBeDefined();
	});

	it.each([0, 60_000])('of %d ms does not begin in a cancelled execution', async (milliseconds) => {
		const ended = timed(milliseconds, AbortSignal.abort());
		await jest.advanceTimersByTimeAsync(0);
		expect(ended.after).toBe(0);
		expect(ended.error).toBeDefined();
	});
});
