import type { EntityReference } from '../../../contract/types.d.ts';
import { isObject, type JsonObject } from '../../domain/json.mts';
import type { Entity, Job, JobError, Link } from '../../domain/records.mts';
import { endOfJob, lastActionAt, statusOf } from '../../domain/time/job.mts';
import { hasProjects, type ViewContext } from '../context.mts';
import { isoSeconds } from '../dates.mts';
import { reference } from './urls.mts';

export interface Progress {
	createdDateTime: string;
	lastActionDateTime: string;
	status: string;
}

interface WithStatus extends Entity {
	job?: Job | null;
	status?: string;
}

/**
 * The reference to a project, which versions without projects do not know.
 */
export function projectReference(
	{ refs }: { refs: { project?: Link } },
	ctx: ViewContext,
): { project?: EntityReference } {
	const shown = refs.project && hasProjects(ctx.version);
	return shown ? { project: reference(ctx, refs.project) } : {};
}

/**
 * Dates and status of an entity that has a job.
 */
export function progress(record: WithStatus, { now }: ViewContext): Progress {
	return {
		createdDateTime: isoSeconds(record.createdAt),
		lastActionDateTime: isoSeconds(lastActionAt(record, now)),
		status: statusOf(record, now),
	};
}

/**
 * What a failed job says under `properties.error`.
 */
export function failure(record: { job: Job | null }, { now }: ViewContext): { error?: JobError } {
	const error = endOfJob(record, now)?.error;
	return error ? { error } : {};
}

/**
 * Lays what was set by hand, or scripted for a success, over the computed properties; null takes one out,
 * in `features` too.
 */
export function overlay<Properties extends object>(
	computed: Properties,
	record: { properties: JsonObject; job?: Job | null },
	{ now }: ViewContext,
): Properties {
	const scripted = endOfJob(record, now)?.properties;
	const merged = { ...computed, ...record.properties, ...scripted };
	const usual = 'features' in computed ? computed.features : undefined;
	const { features }: JsonObject = merged;
	if (!isObject(usual) || !isObject(features)) return withoutNulls(merged);
	return withoutNulls({ ...merged, features: withoutNulls({ ...usual, ...features }) });
}

/** A copy without what is null or not there. */
function withoutNulls<Values extends object>(values: Values): Values {
	const copy = { ...values };
	for (const [name, value] of Object.entries(values)) {
		if (value === null || value === undefined) Reflect.deleteProperty(copy, name);
	}
	return copy;
}
