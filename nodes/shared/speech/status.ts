import type { EntityError } from './entities';

export type JobState = 'working' | 'succeeded' | 'failed';

/**
 * Where a job stands. A value this version does not know counts as working:
 * calling it success could deploy an unfinished model, calling it failure could train a second one.
 */
export function jobState(status: string | undefined): JobState {
	if (status === 'Succeeded') return 'succeeded';
	if (status === 'Failed') return 'failed';
	return 'working';
}

/** Why a job failed: `properties.error` on entities, a top-level `error` on operations. */
export function failureOf(entity: object): EntityError | undefined {
	const { properties, error } = entity as {
		properties?: { error?: EntityError };
		error?: EntityError;
	};
	return properties?.error ?? error ?? undefined;
}
