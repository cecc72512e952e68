import { setTimeout as pause } from 'node:timers/promises';

const EVERY = 100;

const PATIENCE = 20_000;

/**
 * Expects something of what is read again and again, for a page shows things in its own time.
 *
 * @template T
 * @param check with `expect`; what it last failed with is the error when patience runs out
 */
async function eventually<T>(read: () => Promise<T>, check: (seen: T) => void) {
	const deadline = Date.now() + PATIENCE;
	for (;;) {
		const seen = await read();
		try {
			check(seen);
			return;
		} catch (failure) {
			if (Date.now() > deadline) throw failure;
		}
		await pause(EVERY);
	}
}

/** Expects a page to come to show a text. */
async function eventuallyMatches(read, pattern) {
	await eventually(read, (text) => expect(text).toMatch(pattern));
}

export { eventually, eventuallyMatches };
