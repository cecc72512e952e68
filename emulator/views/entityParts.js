'use strict';

const { isoSeconds } = require('../time/quarter.js');
const { lastActionAt, statusOf } = require('../time/job.js');
const { reference } = require('./urls.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/**
 * The reference fields of an entity. `project` is unknown to versions without projects.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function references(record, ctx) {
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
 * @param {string} name
 * @param {import('../types.js').Link} link
 * @param {ViewContext} ctx
 * @returns {import('../types.js').Link}
 */
function asNamed(name, link, { service }) {
	const plain = name === 'baseModel' && service.quirks.baseReference === 'plain';
	return plain ? { ...link, collection: 'models' } : link;
}

/**
 * Dates and status of an entity that has a job.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function progress(record, ctx) {
	return {
		createdDateTime: isoSeconds(record.createdAt),
		lastActionDateTime: isoSeconds(lastActionAt(record, ctx.now)),
		status: statusOf(record, ctx.now),
	};
}

/**
 * What a failed job says under `properties.error`.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function failure(record, ctx) {
	const { job } = record;
	const error = job && ctx.now >= job.endsAt ? job.end.error : undefined;
	return error ? { error } : {};
}

/**
 * Lays what was set by hand, or scripted for a success, over the computed properties; null takes one out,
 * in `features` too.
 * @param {Record<string, any>} computed
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function overlay(computed, record, ctx) {
	const scripted =
		record.job && ctx.now >= record.job.endsAt ? (record.job.end.properties ?? {}) : {};
	const merged = { ...computed, ...record.properties, ...scripted };
	if (computed.features && merged.features) {
		merged.features = withoutNulls({ ...computed.features, ...merged.features });
	}
	return withoutNulls(merged);
}

/** @param {Record<string, any>} values */
function withoutNulls(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

module.exports = { references, progress, failure, overlay, withoutNulls };
