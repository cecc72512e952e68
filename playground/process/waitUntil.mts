import { setTimeout as pause } from 'node:timers/promises';

/** Times in milliseconds. */
export interface WaitOptions {
	every: number;
	patience: number;
	/** Says what is the matter when patience runs out. */
	otherwise: () => string;
}

/** Looks again and again until there is something to see. */
export async function waitUntil<T>(
	look: () => Promise<T | undefined | false>,
	{ every, patience, otherwise }: WaitOptions,
): Promise<T> {
	const deadline = Date.now() + patience;
	for (;;) {
		const seen = await look();
		if (seen) return seen;
		if (Date.now() > deadline) throw new Error(otherwise());
		await pause(every);
	}
}
