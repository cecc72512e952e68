import type { Limits } from './content/limits.mts';
import type { Quirks } from './quirks.mts';
import type { Collection, CopyAuthorization, WorkRecord } from './records.mts';
import type { Blobs } from './store/blobs.mts';
import { Store } from './store/store.mts';
import type { Clock } from './time/clock.mts';
import type { Durations } from './time/durations.mts';
import { Outcomes } from './time/outcomes.mts';

export interface ServiceParts {
	clock: Clock;
	blobs: Blobs;
	quirks: Quirks;
	limits: Limits;
	durations: Durations;
}

/** A service, as its rules see it, at one moment. */
export interface Moment {
	service: Service;
	now: number;
}

/** The simulated Speech resource: its entities, their contents, its clock, and what will become of jobs. */
export class Service {
	readonly store = new Store();
	readonly outcomes = new Outcomes();
	/** By id: what was issued for copies into this resource. */
	readonly authorizations = new Map<string, CopyAuthorization>();
	readonly clock: Clock;
	readonly blobs: Blobs;
	readonly quirks: Quirks;
	readonly limits: Limits;
	readonly durations: Durations;

	constructor({ clock, blobs, quirks, limits, durations }: ServiceParts) {
		this.clock = clock;
		this.blobs = blobs;
		this.quirks = quirks;
		this.limits = limits;
		this.durations = durations;
	}

	/**
	 * Plans a job of some kind of work, with whatever end is scripted for it.
	 */
	plan(collection: Collection, record: WorkRecord, work: keyof Durations, now: number) {
		record.announced = Math.min(record.announced ?? 0, 1);
		return this.outcomes.plan({
			collection,
			record,
			now,
			queuedMs: this.durations.queued,
			durationMs: this.durations[work],
		});
	}
}
