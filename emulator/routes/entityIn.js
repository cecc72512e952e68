'use strict';

const { notFound } = require('../http/apiError.js');

/**
 * The entity the path of a request names, or 404.
 * @param {import('../types.js').ViewContext} ctx
 * @param {import('../types.js').Collection} collection
 * @param {import('fastify').FastifyRequest} request
 */
function entityIn(ctx, collection, request) {
	const { id } = /** @type {{ id: string }} */ (request.params);
	const record = ctx.service.store.get(collection, id);
	if (!record) throw notFound();
	return record;
}

module.exports = { entityIn };
