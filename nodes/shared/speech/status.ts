import type { EntityError } from './entities';

export type JobState = 'working' | 'succeeded' | 'failed';

/**
 * Where a job that is waited for stands. A value this version does not know counts as working, and so does a missing one:
 * calling it success could deploy an unfinished model, calling it failure could train a second one.
 */
export function jobState(status: string | undefined): JobState {
	if (status === 'Succeeded') return 'succeeded';
	if (status === 'Failed') return 'failed';
	return 'working';
}

/**
 * Where an entity stands that is there already. `status` is optional in the OpenAPI document 2025-10-15; what is listed
 * without one, or with null, can be used.
 */
export function stateOf({ status }: { status?: string | null }): JobState {
	return jobState(status ?? 'Succeeded');
}

/** Why a job failed: `properties.error` on entities, a top-level `error` on operations. */
export function entityError(entity: object): EntityError | undefined {
	const { properties, error } = entity as {
		properties?: { error?: EntityError };
		error?: EntityError;
	};
	return properties?.error ?? error ?? undefined;
}
