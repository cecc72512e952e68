import { isoSeconds } from '../time/quarter.mts';
import { lastActionAt, statusOf } from '../time/job.mts';
import { reference } from './urls.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

/**
 * The reference fields of an entity. `project` is unknown to versions without projects.
 */
function references(record: EntityRecord, ctx: ViewContext) {
	return Object.fromEntries(
		Object.entries(record.refs)
			.filter(([name]) => name !== 'project' || ctx.service.hasProjects(ctx.version))
			.map(([name, link]) => [
				name,
				Array.isArray(link)
					? link.map((one) => reference(ctx, one))
					: reference(ctx, asNamed(name, link, ctx)),
			]),
	);
}

/**
 * A link as references name it: the base of a custom model in the way the quirk wants.
 */
function asNamed(
	name: string,
	link: import('../types.mts').Link,
	{ service }: ViewContext,
): import('../types.mts').Link {
	const plain = name === 'baseModel' && service.quirks.baseReference === 'plain';
	return plain ? { ...link, collection: 'models' } : link;
}

/**
 * Dates and status of an entity that has a job.
 */
function progress(record: EntityRecord, ctx: ViewContext) {
	return {
		createdDateTime: isoSeconds(record.createdAt),
		lastActionDateTime: isoSeconds(lastActionAt(record, ctx.now)),
		status: statusOf(record, ctx.now),
	};
}

/**
 * What a failed job says under `properties.error`.
 */
function failure(record: EntityRecord, ctx: ViewContext) {
	const { job } = record;
	const error = job && ctx.now >= job.endsAt ? job.end.error : undefined;
	return error ? { error } : {};
}

/**
 * Lays what was set by hand, or scripted for a success, over the computed properties; null takes one out,
 * in `features` too.
 */
function overlay(computed: Record<string, any>, record: EntityRecord, ctx: ViewContext) {
	const scripted =
		record.job && ctx.now >= record.job.endsAt ? (record.job.end.properties ?? {}) : {};
	const merged = { ...computed, ...record.properties, ...scripted };
	if (computed.features && merged.features) {
		merged.features = withoutNulls({ ...computed.features, ...merged.features });
	}
	return withoutNulls(merged);
}

/** @param {Record<string, any>} values */
function withoutNulls(values: Record<string, any>) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

export { references, progress, failure, overlay, withoutNulls };
