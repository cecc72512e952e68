import { planJob, statusOf } from './job.mts';

export type Collection = import('../types.mts').Collection;

export type EntityRecord = import('../types.mts').EntityRecord;

export interface Outcome {
	collection: Collection;
	id?: string;
	displayName?: string | RegExp;
	status?: string;
	error?: import('../types.mts').JobError;
	durationMs?: number;
	times?: number;
	properties?: Record<string, any>;
}

/** Scripts of what will become of jobs. The newest matching script wins. */
class Outcomes {
	scripts: (Outcome & { times: number })[];

	constructor() {
		/** @type {(Outcome & { times: number })[]} */
		this.scripts = [];
	}

	/** @param {Outcome} outcome */
	add(outcome: Outcome) {
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
	 */
	use(script: Outcome & { times: number }) {
		script.times -= 1;
		if (script.times === 0) this.scripts = this.scripts.filter((one) => one !== script);
	}

	/** Forgets every script; jobs already planned keep their fate. */
	clear() {
		this.scripts = [];
	}

	find(collection: Collection, record: EntityRecord) {
		return this.scripts.find((script) => matches(script, collection, record));
	}

	/**
	 * A job for a record, with its end as scripted.
	 */
	plan({
		collection,
		record,
		now,
		queuedMs,
		durationMs,
	}: {
		collection: Collection;
		record: EntityRecord;
		now: number;
		queuedMs: number;
		durationMs: number;
	}) {
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
 */
function matches(script: Outcome, collection: Collection, record: EntityRecord) {
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
 */
function endOf(
	script: Omit<Outcome, 'collection'> | undefined,
	collection: Collection,
): import('../types.mts').JobEnd {
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
 * @returns whether there was one
 */
function rescript(script: Outcome, record: EntityRecord, now: number): boolean {
	const { job } = record;
	if (!job || !['NotStarted', 'Running'].includes(statusOf(record, now))) return false;
	job.end = endOf(script, script.collection);
	if (script.durationMs !== undefined) {
		job.startsAt = Math.min(job.startsAt, job.queuedAt + script.durationMs / 10);
		job.endsAt = job.queuedAt + script.durationMs;
	}
	return true;
}

export { Outcomes, matches, endOf, rescript };
