import type { ServiceErrorFacts } from '../api/serviceError';
import type { Entity } from '../speech/entities';
import { jobState } from '../speech/status';
import type { Sighting } from './lookAtJobs';

export type Outcome = 'succeeded' | 'failed' | 'timedOut' | 'interrupted';

/** How the wait for one job ended; plain data, for it may be stored before a person sees it. */
export interface Ending {
	outcome: Outcome;
	/** As last seen; null when it was never seen. */
	entity: Entity | null;
	/** Whether it was deleted, or never there. */
	gone: boolean;
	/** What kept the service from telling, when something did. */
	error: ServiceErrorFacts | null;
}

/**
 * Decides whether a look ended the wait for a job; null keeps it waiting.
 *
 * @param lastSeen The entity of an earlier look.
 * @param overdue Whether the deadline has come.
 * @param bearsRefusal Whether a refusal is taken for one that may be over at the next look.
 */
export function endingOf(
	sighting: Sighting,
	lastSeen: Entity | null,
	overdue: boolean,
	bearsRefusal = false,
): Ending | null {
	const entity = sighting.kind === 'seen' ? sighting.entity : lastSeen;
	const error = 'error' in sighting ? (sighting.error?.facts ?? null) : null;
	const ending = (outcome: Outcome, gone = false): Ending => ({ outcome, entity, gone, error });
	if (sighting.kind === 'gone') return ending('failed', true);
	if (sighting.kind === 'refused' && !bearsRefusal) return ending('interrupted');
	const state = sighting.kind === 'seen' ? jobState(sighting.entity.status) : 'working';
	if (state !== 'working') return ending(state);
	return overdue ? ending('timedOut') : null;
}
