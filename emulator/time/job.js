'use strict';

/** @typedef {import('../types.js').EntityRecord} EntityRecord */

/**
 * A job that starts now; what it is at any moment follows from the clock alone.
 * @param {{ now: number, queuedMs: number, durationMs: number, end: import('../types.js').JobEnd }} plan
 * @returns {import('../types.js').Job}
 */
function planJob({ now, queuedMs, durationMs, end }) {
	// A short job must still have a Running phase, so waiting takes at most a tenth of it.
	const startsAt = now + Math.min(queuedMs, durationMs / 10);
	return { queuedAt: now, startsAt, endsAt: now + durationMs, end };
}

/**
 * A job that ended at some moment.
 * @param {number} at
 * @param {import('../types.js').JobEnd} end
 * @returns {import('../types.js').Job}
 */
function endedJob(at, end) {
	return { queuedAt: at, startsAt: at, endsAt: at, end };
}

/**
 * The status an entity shows at a moment.
 * @param {EntityRecord} record
 * @param {number} now
 * @returns {string}
 */
function statusOf(record, now) {
	const { job } = record;
	if (!job) return record.status ?? 'NotStarted';
	if (now >= job.endsAt) return job.end.status;
	return now >= job.startsAt ? 'Running' : 'NotStarted';
}

/**
 * Whether there is nothing more to wait for. A status value nobody knows counts as unfinished.
 * @param {string | undefined} status
 */
function isOver(status) {
	return status === undefined || status === 'Succeeded' || status === 'Failed';
}

/**
 * When something last happened to an entity, seen from a moment.
 * @param {EntityRecord} record
 * @param {number} now
 */
function lastActionAt(record, now) {
	const { job } = record;
	const moments = job ? [job.queuedAt, job.startsAt, job.endsAt] : [];
	const past = moments.filter((moment) => moment <= now);
	return Math.max(record.createdAt, record.changedAt, ...past);
}

module.exports = { planJob, endedJob, statusOf, isOver, lastActionAt };
