'use strict';

const { planJob, statusOf } = require('./job.js');

/**
 * @typedef {import('../types.js').Collection} Collection
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 *
 * @typedef {object} Outcome
 * @property {Collection} collection
 * @property {string} [id]
 * @property {string | RegExp} [displayName]
 * @property {string} [status]
 * @property {import('../types.js').JobError} [error]
 * @property {number} [durationMs]
 * @property {number} [times] how many jobs it decides; every one when left out
 * @property {Record<string, any>} [properties] laid over the result of a job that succeeds
 */

/** Scripts of what will become of jobs. The newest matching script wins. */
class Outcomes {
	constructor() {
		/** @type {(Outcome & { times: number })[]} */
		this.scripts = [];
	}

	/** @param {Outcome} outcome */
	add(outcome) {
		const { times = Infinity } = outcome;
		if (times !== Infinity && !(Number.isInteger(times) && times > 0)) {
			throw new Error(`An outcome cannot come ${times} times`);
		}
		const script = { ...outcome, times };
		this.scripts.unshift(script);
		return script;
	}

	/**
	 * Notes that a script has decided a job; it is forgotten once it has decided all it should.
	 * @param {Outcome & { times: number }} script
	 */
	use(script) {
		script.times -= 1;
		if (script.times === 0) this.scripts = this.scripts.filter((one) => one !== script);
	}

	/** Forgets every script; jobs already planned keep their fate. */
	clear() {
		this.scripts = [];
	}

	/**
	 * @param {Collection} collection
	 * @param {EntityRecord} record
	 */
	find(collection, record) {
		return this.scripts.find((script) => matches(script, collection, record));
	}

	/**
	 * A job for a record, with its end as scripted.
	 * @param {{ collection: Collection, record: EntityRecord, now: number, queuedMs: number, durationMs: number }} work
	 */
	plan({ collection, record, now, queuedMs, durationMs }) {
		const script = this.find(collection, record);
		if (script) this.use(script);
		return planJob({
			now,
			queuedMs,
			durationMs: script?.durationMs ?? durationMs,
			end: endOf(script, collection),
		});
	}
}

/**
 * Whether a script is about a record.
 * @param {Outcome} script
 * @param {Collection} collection
 * @param {EntityRecord} record
 */
function matches(script, collection, record) {
	if (script.collection !== collection) return false;
	if (script.id !== undefined && script.id !== record.id) return false;
	if (script.displayName === undefined) return true;
	const name = String(record.fields.displayName ?? '');
	return script.displayName instanceof RegExp
		? name.search(script.displayName) >= 0
		: script.displayName === name;
}

/**
 * How a scripted (or unscripted) job ends.
 * @param {Omit<Outcome, 'collection'> | undefined} script
 * @param {Collection} collection
 * @returns {import('../types.js').JobEnd}
 */
function endOf(script, collection) {
	const status = script?.status ?? (script?.error ? 'Failed' : 'Succeeded');
	const error =
		script?.error ??
		(status === 'Failed'
			? { code: 'InternalServerError', message: `The job failed (${collection}).` }
			: undefined);
	return { status, error, properties: script?.properties };
}

/**
 * Lets a script take hold of a job that already runs.
 * @param {Outcome} script
 * @param {EntityRecord} record
 * @param {number} now
 * @returns {boolean} whether there was one
 */
function rescript(script, record, now) {
	const { job } = record;
	if (!job || !['NotStarted', 'Running'].includes(statusOf(record, now))) return false;
	job.end = endOf(script, script.collection);
	if (script.durationMs !== undefined) {
		job.startsAt = Math.min(job.startsAt, job.queuedAt + script.durationMs / 10);
		job.endsAt = job.queuedAt + script.durationMs;
	}
	return true;
}

module.exports = { Outcomes, matches, endOf, rescript };
