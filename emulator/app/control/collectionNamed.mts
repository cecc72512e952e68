import type { Collection } from '../../domain/records.mts';
import { COLLECTIONS } from '../../domain/store/store.mts';

/**
 * Checks the name of a collection that came from outside.
 */
export function collectionNamed(name: string): Collection {
	const known = COLLECTIONS.find((one) => one === name);
	if (!known) throw new Error(`Unknown collection '${name}'`);
	return known;
}
