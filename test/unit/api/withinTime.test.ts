import { withinTime } from '../../../nodes/shared/api/withinTime';

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
	jest.useRealTimers();
});

/** A task that goes on until its signal ends it, or for ever; notes when that was. */
function endless(isObedient = true) {
	const begun = Date.now();
	const seen: { endedAfter?: number } = {};
	const task = async (signal: AbortSignal) =>
		await new Promise<string>((_resolve, reject) => {
			signal.addEventListener('abort', () => {
				seen.endedAfter = Date.now() - begun;
				if (isObedient) reject(new Error('closed'));
			});
		});
	return { task, seen };
}

describe('what has a time to be done in', () => {
	it('gives what it comes to, and leaves no clock running', async () => {
		expect(await withinTime(60_000, undefined, () => Promise.resolve('done'))).toBe('done');
		expect(jest.getTimerCount()).toBe(0);
	});

	it('closes what it still holds open when it is done', async () => {
		let isOpen = true;
		await withinTime(60_000, undefined, async (signal) => {
			signal.addEventListener('abort', () => (isOpen = false));
			return await Promise.resolve('done');
		});
		expect(isOpen).toBe(false);
	});

	it('fails as it fails by itself, and leaves no clock running', async () => {
		const failing = withinTime(60_000, undefined, () => Promise.reject(new Error('broken')));
		await expect(failing).rejects.toThrow('broken');
		expect(jest.getTimerCount()).toBe(0);
	});

	it.each([true, false])('ends when the time is over, obedient or not: %s', async (isObedient) => {
		const { task, seen } = endless(isObedient);
		const result = withinTime(17_500, undefined, task);
		await jest.advanceTimersByTimeAsync(17_499);
		expect(seen.endedAfter).toBeUndefined();
		await jest.advanceTimersByTimeAsync(1);
		expect(await result).toBeNull();
		expect(seen.endedAfter).toBe(17_500);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('ends at once when the execution is stopped', async () => {
		const { task, seen } = endless();
		const stop = new AbortController();
		const result = withinTime(60_000, stop.signal, task);
		await jest.advanceTimersByTimeAsync(2_000);
		stop.abort();
		expect(await result).toBeNull();
		expect(seen.endedAfter).toBe(2_000);
		await jest.advanceTimersByTimeAsync(0);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('is not begun in an execution that is stopped', async () => {
		const task = jest.fn().mockResolvedValue('done');
		expect(await withinTime(60_000, AbortSignal.abort(), task)).toBeNull();
		expect(task).not.toHaveBeenCalled();
	});
});
