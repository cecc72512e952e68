import type { BaseModelRecord, Deprecation, ModelRecord, Overrides } from '../records.mts';
import { endOfJob, statusOf } from '../time/job.mts';
import { yearsAfterQuarter } from '../time/quarter.mts';

/**
 * What is fixed for a model at a moment, by hand or, once its job is over, by a script.
 */
export function overridesAt(record: BaseModelRecord | ModelRecord, now: number): Overrides {
	return { ...record.overrides, ...endOfJob(record, now)?.overrides };
}

/** The last days of a base model by the quarter rule. */
export function usualDeprecation({ createdAt }: BaseModelRecord) {
	return {
		adaptation: yearsAfterQuarter(createdAt, 1),
		recognition: yearsAfterQuarter(createdAt, 2),
	};
}

/**
 * The last day of a custom model by the quarter rule. It is known from the moment training runs, as in the official
 * examples of a running one.
 */
export function usualEnd(model: ModelRecord, now: number): number | undefined {
	const started = ['Running', 'Succeeded'].includes(statusOf(model, now));
	return started ? yearsAfterQuarter(model.createdAt, 2) : undefined;
}

/**
 * The last moments of a base model.
 */
export function baseDeprecation(base: BaseModelRecord, now: number): Deprecation {
	const { deprecation } = overridesAt(base, now);
	return deprecation === undefined ? usualDeprecation(base) : (deprecation ?? {});
}

/**
 * The last moment of recognition with a custom model.
 */
export function modelEnd(model: ModelRecord, now: number): number | undefined {
	const { deprecation } = overridesAt(model, now);
	return deprecation === undefined ? usualEnd(model, now) : deprecation?.recognition;
}
