import { notFound } from '../http/apiError.mts';

/**
 * The entity the path of a request names, or 404.
 */
function entityIn(
	ctx: import('../types.mts').ViewContext,
	collection: import('../types.mts').Collection,
	request: import('fastify').FastifyRequest,
) {
	const { id } = request.params as { id: string };
	const record = ctx.service.store.get(collection, id);
	if (!record) throw notFound();
	return record;
}

export { entityIn };
