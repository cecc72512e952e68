import type { SpeechClient } from '../api/client';
import { ServiceError } from '../api/serviceError';
import { whatItIs } from '../api/whatItIs';
import { toMillis } from '../speech/dates';
import type { Entity } from '../speech/entities';
import { fieldsWithoutSecrets } from '../speech/simplify';
import { endingOf } from './ending';
import { JOB_KINDS, jobKey, type Job } from './jobs';
import { lookAtJobs, type Sighting } from './lookAtJobs';
import { openJobs, type WaitState } from './waitState';

/** How long a refused credential is borne once it has worked: time enough to save a renewed key. */
export const REFUSAL_PATIENCE_MS = 3_600_000;

/**
 * Looks at every job still waited for and notes in the state what that brought.
 *
 * @throws when the execution is cancelled.
 */
export async function lookOnce(
	client: SpeechClient,
	state: WaitState,
	giveUpAfterMs: number,
): Promise<void> {
	const open = openJobs(state);
	const now = Date.now();
	const overdue = now - state.startedAt >= giveUpAfterMs;
	const seen = await lookAtJobs(client, open, oldestCreation(open, state));
	const { sightings } = seen;
	state.looks += 1;
	state.requests = seen.requests;
	state.retryAfter = seen.retryAfter;
	const hasWorked = Object.keys(state.lastSeen).length > 0;
	const refused = [...sightings.values()].some(isRefusedCredential);
	state.refusedSince = refused ? (state.refusedSince ?? now) : null;
	const patient = hasWorked && refused && now - state.refusedSince! < REFUSAL_PATIENCE_MS;
	// What has never answered is rather a wrong address than a service that is down.
	const isHopeless = !hasWorked && now - state.startedAt >= REFUSAL_PATIENCE_MS;
	for (const job of open) {
		const key = jobKey(job);
		const lastSeen = state.lastSeen[key] ?? null;
		const seenNow = storable(sightings.get(key)!, isHopeless);
		const isNone = seenNow.kind === 'gone' && lastSeen === null;
		const sighting = isNone ? await asNone(client, job) : seenNow;
		const bearsRefusal = patient && isRefusedCredential(sighting);
		const ending = endingOf(sighting, lastSeen, overdue, bearsRefusal);
		if (sighting.kind === 'seen') state.lastSeen[key] = sighting.entity;
		if (ending) state.endings[key] = { ...ending, endedAt: Date.now(), looks: state.looks };
	}
}

/** What is seen of a job that was never there: its ID may be of something else. */
async function asNone(client: SpeechClient, { kind, id }: Job): Promise<Sighting> {
	const { collection, noun } = JOB_KINDS[kind];
	const other = await whatItIs(client, collection, id);
	if (other === null) return { kind: 'gone' };
	const error = new ServiceError({
		kind: 'refused',
		message: `The ID given for a ${noun} is that of ${other.words}.`,
		advice: `Pick the ${noun} from the list, or choose in 'Wait For' what the ID ${id} is of. A base model and a project are never waited for.`,
	});
	return { kind: 'gone', error };
}

/** A sighting as it is kept: without the SAS that the URL of a dataset's content may hold, for executions can be read. */
function storable(sighting: Sighting, isHopeless: boolean): Sighting {
	if (sighting.kind === 'seen') {
		return { kind: 'seen', entity: fieldsWithoutSecrets(sighting.entity) as unknown as Entity };
	}
	return sighting.kind === 'unclear' && isHopeless ? { ...sighting, kind: 'refused' } : sighting;
}

function isRefusedCredential(sighting: Sighting): boolean {
	return sighting.kind === 'refused' && [401, 403].includes(sighting.error.facts.status ?? 0);
}

/** Creation date of the oldest job, as the service wrote it; null while one has not been seen. */
function oldestCreation(jobs: Job[], { lastSeen }: WaitState): string | null {
	const dates = jobs.map((job) => lastSeen[jobKey(job)]?.createdDateTime);
	if (dates.some((date) => toMillis(date) === null)) return null;
	return (dates as string[]).reduce((one, other) =>
		toMillis(one)! <= toMillis(other)! ? one : other,
	);
}
