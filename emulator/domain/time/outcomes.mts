import type { JsonObject } from '../json.mts';
import type { Collection, Job, JobEnd, JobError, Overrides, WorkRecord } from '../records.mts';
import { planJob, statusOf } from './job.mts';

/** How a job ends that somebody scripts; what is left out is as usual. */
export interface Script {
	status?: string;
	error?: JobError;
	properties?: JsonObject;
	overrides?: Overrides;
}

/** Which jobs a script is about, and how long they take. */
export interface Outcome extends Script {
	collection: Collection;
	id?: string;
	displayName?: string | RegExp;
	durationMs?: number;
	times?: number;
}

export type CountedOutcome = Outcome & { times: number };

/** Scripts of what will become of jobs. The newest matching script wins. */
export class Outcomes {
	private scripts: CountedOutcome[] = [];

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
	use(script: CountedOutcome) {
		script.times -= 1;
		if (script.times === 0) this.scripts = this.scripts.filter((one) => one !== script);
	}

	/** Forgets every script; jobs already planned keep their fate. */
	clear() {
		this.scripts = [];
	}

	find(collection: Collection, record: WorkRecord) {
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
		record: WorkRecord;
		now: number;
		queuedMs: number;
		durationMs: number;
	}): Job {
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
export function matches(script: Outcome, collection: Collection, record: WorkRecord) {
	if (script.collection !== collection) return false;
	if (script.id !== undefined && script.id !== record.id) return false;
	if (script.displayName === undefined) return true;
	const name = record.fields.displayName;
	return script.displayName instanceof RegExp
		? name.search(script.displayName) >= 0
		: script.displayName === name;
}

/**
 * How a scripted (or unscripted) job ends.
 */
export function endOf(script: Script | undefined, collection: Collection): JobEnd {
	const status = script?.status ?? (script?.error ? 'Failed' : 'Succeeded');
	const error =
		script?.error ??
		(status === 'Failed'
			? { code: 'InternalServerError', message: `The job failed (${collection}).` }
			: undefined);
	return { status, error, properties: script?.properties, overrides: script?.overrides };
}

/**
 * Lets a script take hold of a job that already runs.
 * @returns whether there was one
 */
export function rescript(script: Outcome, record: WorkRecord, now: number): boolean {
	const { job } = record;
	if (!job || !['NotStarted', 'Running'].includes(statusOf(record, now))) return false;
	job.end = endOf(script, script.collection);
	if (script.durationMs !== undefined) {
		job.startsAt = Math.min(job.startsAt, job.queuedAt + script.durationMs / 10);
		job.endsAt = job.queuedAt + script.durationMs;
	}
	return true;
}
