import { randomUUID } from 'node:crypto';

/**
 * A record with nothing but an id and its date of birth.
 */
function newRecord(
	now: number,
	rest: Partial<import('../types.mts').EntityRecord> = {},
): import('../types.mts').EntityRecord {
	return {
		id: randomUUID(),
		createdAt: now,
		changedAt: now,
		fields: {},
		refs: {},
		properties: {},
		inner: {},
		job: null,
		...rest,
	};
}

export { newRecord };
