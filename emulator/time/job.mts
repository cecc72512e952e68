export type EntityRecord = import('../types.mts').EntityRecord;

/**
 * A job that starts now; what it is at any moment follows from the clock alone.
 */
function planJob({
	now,
	queuedMs,
	durationMs,
	end,
}: {
	now: number;
	queuedMs: number;
	durationMs: number;
	end: import('../types.mts').JobEnd;
}): import('../types.mts').Job {
	// A short job must still have a Running phase, so waiting takes at most a tenth of it.
	const startsAt = now + Math.min(queuedMs, durationMs / 10);
	return { queuedAt: now, startsAt, endsAt: now + durationMs, end };
}

/**
 * A job that ended at some moment.
 */
function endedJob(at: number, end: import('../types.mts').JobEnd): import('../types.mts').Job {
	return { queuedAt: at, startsAt: at, endsAt: at, end };
}

/**
 * The status an entity shows at a moment.
 */
function statusOf(record: EntityRecord, now: number): string {
	const { job } = record;
	if (!job) return record.status ?? 'NotStarted';
	if (now >= job.endsAt) return job.end.status;
	return now >= job.startsAt ? 'Running' : 'NotStarted';
}

/**
 * Whether there is nothing more to wait for. A status value nobody knows counts as unfinished.
 */
function isOver(status: string | undefined) {
	return status === undefined || status === 'Succeeded' || status === 'Failed';
}

/**
 * When something last happened to an entity, seen from a moment.
 */
function lastActionAt(record: EntityRecord, now: number) {
	const { job } = record;
	const moments = job ? [job.queuedAt, job.startsAt, job.endsAt] : [];
	const past = moments.filter((moment) => moment <= now);
	return Math.max(record.createdAt, record.changedAt, ...past);
}

export { planJob, endedJob, statusOf, isOver, lastActionAt };
