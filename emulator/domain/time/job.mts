import type { Entity, Job, JobEnd } from '../records.mts';

/** What a status is read from: a job, or for an entity without one its own word. */
interface Standing {
	job?: Job | null;
	status?: string;
}

/**
 * A job that starts now; what it is at any moment follows from the clock alone.
 */
export function planJob({
	now,
	queuedMs,
	durationMs,
	end,
}: {
	now: number;
	queuedMs: number;
	durationMs: number;
	end: JobEnd;
}): Job {
	// A short job must still have a Running phase, so waiting takes at most a tenth of it.
	const startsAt = now + Math.min(queuedMs, durationMs / 10);
	return { queuedAt: now, startsAt, endsAt: now + durationMs, end };
}

/**
 * A job that ended at some moment.
 */
export function endedJob(at: number, end: JobEnd): Job {
	return { queuedAt: at, startsAt: at, endsAt: at, end };
}

/**
 * How a job ended, once it has.
 */
export function endOfJob({ job }: Standing, now: number): JobEnd | undefined {
	return job && now >= job.endsAt ? job.end : undefined;
}

/**
 * The status an entity shows at a moment.
 */
export function statusOf({ job, status }: Standing, now: number): string {
	if (!job) return status ?? 'NotStarted';
	if (now >= job.endsAt) return job.end.status;
	return now >= job.startsAt ? 'Running' : 'NotStarted';
}

/**
 * Whether there is nothing more to wait for. A status value nobody knows counts as unfinished.
 */
export function isOver(status: string | undefined) {
	return status === undefined || status === 'Succeeded' || status === 'Failed';
}

/**
 * When something last happened to an entity, seen from a moment.
 */
export function lastActionAt(record: Entity & Standing, now: number) {
	const { job } = record;
	const moments = job ? [job.queuedAt, job.startsAt, job.endsAt] : [];
	const past = moments.filter((moment) => moment <= now);
	return Math.max(record.createdAt, record.changedAt, ...past);
}
