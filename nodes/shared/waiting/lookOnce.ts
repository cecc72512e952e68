import type { SpeechClient } from '../api/client';
import { toMillis } from '../speech/dates';
import { endingOf } from './ending';
import { jobKey, type Job } from './jobs';
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
	const { sightings, retryAfter } = await lookAtJobs(client, open, oldestCreation(open, state));
	state.looks += 1;
	state.retryAfter = retryAfter;
	const refused = [...sightings.values()].some(isRefusedCredential);
	state.refusedSince = refused ? (state.refusedSince ?? now) : null;
	const patient = refused && now - state.refusedSince! < REFUSAL_PATIENCE_MS && !overdue;
	for (const job of open) {
		const key = jobKey(job);
		const sighting = sightings.get(key)!;
		const lastSeen = state.lastSeen[key] ?? null;
		const bearsRefusal = patient && lastSeen !== null && isRefusedCredential(sighting);
		const ending = endingOf(sighting, lastSeen, overdue, bearsRefusal);
		if (sighting.kind === 'seen') state.lastSeen[key] = sighting.entity;
		if (ending) state.endings[key] = { ...ending, endedAt: Date.now(), looks: state.looks };
	}
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
