import { createHash } from 'node:crypto';

import type { FoundBy } from './listFilter';

/** How long a list is used for typing and scrolling. */
const KEEP_MS = 30_000;
const MOST_KEPT = 20;

interface Kept {
	at: number;
	items: Promise<FoundBy[]>;
}

const lists = new Map<string, Kept>();

/**
 * A list that a person has open, read once and not again for every letter typed into its search.
 *
 * @param facts Everything the list depends on. What the credential holds must be among them: only who brings the same
 * key or secret gets what was read with it.
 * @param isOpening Whether the list is just being opened; it is read afresh then.
 */
export async function keptList(
	facts: unknown[],
	isOpening: boolean,
	read: () => Promise<FoundBy[]>,
): Promise<FoundBy[]> {
	const key = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
	const now = Date.now();
	const known = lists.get(key);
	if (!isOpening && known && now - known.at < KEEP_MS) return await known.items;
	const items = read();
	lists.delete(key);
	lists.set(key, { at: now, items });
	drop(now);
	// What could not be read is asked for again at the next letter.
	items.catch(() => lists.get(key)?.items === items && lists.delete(key));
	return await items;
}

/** A map keeps its order, so what was read first goes first. */
function drop(now: number): void {
	for (const [key, { at }] of lists) {
		if (lists.size <= MOST_KEPT && now - at < KEEP_MS) return;
		lists.delete(key);
	}
}
