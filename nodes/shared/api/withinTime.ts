import { pause } from './pause';

/**
 * Does something for at most the given time, all of it counted, and no longer than the execution goes on.
 *
 * @param task What is done; its signal ends whatever the task holds open: when the time is over, when the execution is
 * stopped, and when the task has ended by itself.
 * @param stopped Tells that the execution is stopped.
 * @returns what the task gives, or null when it was not done in time.
 * @throws what the task throws.
 */
export async function withinTime<T>(
	milliseconds: number,
	stopped: AbortSignal | undefined,
	task: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
	const end = new AbortController();
	const close = () => {
		end.abort();
	};
	const ended = new Promise<null>((resolve) => {
		end.signal.addEventListener('abort', () => {
			resolve(null);
		});
	});
	stopped?.addEventListener('abort', close);
	if (stopped?.aborted) close();
	// The pause ends with the task, so no clock is left running; an older n8n's goes on for some seconds.
	void pause(milliseconds, end.signal).then(close, () => {});
	try {
		return end.signal.aborted ? null : await Promise.race([task(end.signal), ended]);
	} finally {
		stopped?.removeEventListener('abort', close);
		close();
	}
}

/** How it is said that there was no time for a whole answer. */
export function notInTime(milliseconds: number): string {
	return `no complete response within ${Math.ceil(milliseconds / 1000)} s`;
}
