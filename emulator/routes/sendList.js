'use strict';

const { applyFilter } = require('../filter/filter.js');
const { filterable } = require('../filter/properties.js');
const { pageOf } = require('../http/page.js');
const { tellRetryAfter } = require('../http/retryAfter.js');
const { shownRecord } = require('../rules/lateChange.js');
const { progress } = require('../views/entityParts.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').ViewContext} ViewContext
 */

/**
 * Answers with one page of a collection, oldest first and filtered as asked. Only what is on the page is shown whole,
 * so that reading all pages is as much work as there are entities.
 * @param {ViewContext} ctx
 * @param {import('fastify').FastifyRequest} request
 * @param {import('fastify').FastifyReply} reply
 * @param {import('../types.js').Resource} resource
 * @param {EntityRecord[]} records
 */
function sendList(ctx, request, reply, resource, records) {
	const query = /** @type {Record<string, any>} */ (request.query);
	const cards = [...records]
		.sort((one, other) => one.createdAt - other.createdAt)
		.map((record) => cardOf(record, ctx));
	const wanted = applyFilter(cards, query.filter, filterable[resource.collection]);
	const page = pageOf(ctx, pathOf(request), query, wanted);
	const values = page.values.map(({ record }) => resource.view(record, ctx));
	if (resource.tellsRetryAfter) tellRetryAfter(ctx.service, reply, values);
	return { ...page, values };
}

/**
 * What a filter can ask of an entity.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function cardOf(record, ctx) {
	const shown = shownRecord(record, ctx);
	return { ...shown.fields, ...progress(shown, ctx), record };
}

/**
 * The path of a request after `/speechtotext`.
 * @param {import('fastify').FastifyRequest} request
 */
function pathOf(request) {
	return new URL(request.url, 'http://localhost').pathname.replace(/^\/speechtotext/, '');
}

module.exports = { sendList, pathOf };
