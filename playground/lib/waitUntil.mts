import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until there is something to see.
 *
 * @template T
 *   times in milliseconds; `otherwise` says what is the matter when patience runs out
 */
async function waitUntil<T>(
	look: () => Promise<T | undefined | false>,
	{ every, patience, otherwise }: { every: number; patience: number; otherwise: () => string },
): Promise<T> {
	const deadline = Date.now() + patience;
	for (;;) {
		const seen = await look();
		if (seen) return seen;
		if (Date.now() > deadline) throw new Error(otherwise());
		await pause(every);
	}
}

export { waitUntil };
