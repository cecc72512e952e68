'use strict';

const { applyFilter } = require('../filter/filter.js');
const { filterable } = require('../filter/properties.js');
const { pageOf } = require('../http/page.js');
const { tellRetryAfter } = require('../http/retryAfter.js');

/**
 * Answers with one page of a collection, filtered as asked.
 * @param {import('../types.js').ViewContext} ctx
 * @param {import('fastify').FastifyRequest} request
 * @param {import('fastify').FastifyReply} reply
 * @param {import('../types.js').Resource} resource
 * @param {import('../types.js').EntityRecord[]} records
 */
function sendList(ctx, request, reply, resource, records) {
	const query = /** @type {Record<string, any>} */ (request.query);
	const entities = records.map((record) => resource.view(record, ctx));
	const wanted = applyFilter(entities, query.filter, filterable[resource.collection]);
	const page = pageOf(ctx, pathOf(request), query, wanted);
	if (resource.tellsRetryAfter) tellRetryAfter(ctx.service, reply, page.values);
	return page;
}

/**
 * The path of a request after `/speechtotext`.
 * @param {import('fastify').FastifyRequest} request
 */
function pathOf(request) {
	return new URL(request.url, 'http://localhost').pathname.replace(/^\/speechtotext/, '');
}

module.exports = { sendList, pathOf };
