'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { projectRef } = require('./references.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/**
 * Applies the plain fields of a PATCH body, with maps merged or replaced as the quirk says.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {Record<string, any>} body
 * @param {string[]} names
 */
function patchFields(ctx, record, body, names) {
	const changes = names
		.filter((name) => body[name] !== undefined)
		.map((name) => [
			name,
			typeof body[name] === 'object'
				? patchedMap(ctx, record.fields[name] ?? {}, body[name], name)
				: body[name],
		]);
	Object.assign(record.fields, Object.fromEntries(changes));
	record.changedAt = ctx.now;
}

/**
 * @param {ViewContext} ctx
 * @param {Record<string, any>} before
 * @param {Record<string, any>} change
 * @param {string} name
 */
function patchedMap(ctx, before, change, name) {
	const start = ctx.service.quirks.mapsOnPatch === 'merge' ? before : {};
	const after = Object.fromEntries(
		Object.entries({ ...start, ...change }).filter(([, value]) => value !== null),
	);
	if (name === 'customProperties' && Object.keys(after).length > 10) {
		throw invalidRequest(
			'InvalidPayload',
			`'${name}' must NOT have more than 10 properties.`,
			name,
		);
	}
	return after;
}

/**
 * Applies the fields that datasets, models and evaluations share.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {Record<string, any>} body
 */
function patchContent(ctx, record, body) {
	const project = projectRef(ctx, body, record.fields.locale);
	patchFields(ctx, record, body, ['displayName', 'description', 'customProperties']);
	Object.assign(record.refs, project);
}

module.exports = { patchFields, patchContent };
