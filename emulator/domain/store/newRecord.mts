import { randomUUID } from 'node:crypto';
import type { Entity } from '../records.mts';

/**
 * A record with an id, its date of birth, and what is given.
 */
export function newRecord<Facts extends object>(now: number, facts: Facts): Entity & Facts {
	return { id: randomUUID(), createdAt: now, changedAt: now, ...facts };
}
