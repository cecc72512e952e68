import { contextOf } from '../http/context.mts';
import { idParams } from '../schemas/query.mts';
import { entityIn } from './entityIn.mts';

/**
 * Ping and test of a web hook.
 */
function addWebhookActions(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	const schema = { params: idParams, querystring: query.plain };
	const retryAfter = (
		/** @type {import('fastify').FastifyReply} */ reply: import('fastify').FastifyReply,
	) => {
		const { retryAfterSeconds } = service.options;
		return retryAfterSeconds === null ? reply : reply.header('retry-after', retryAfterSeconds);
	};
	app.post('/webhooks/:id(^[^:/]*)::ping', { schema }, async (request, reply) => {
		const hook = entityIn(contextOf(service, request), 'webhooks', request);
		if (hook.status === 'Succeeded') service.hooks.ping(hook);
		return retryAfter(reply).code(202).send();
	});
	app.post('/webhooks/:id(^[^:/]*)::test', { schema }, async (request, reply) => {
		const hook = entityIn(contextOf(service, request), 'webhooks', request);
		const sent = hook.status === 'Succeeded' && service.hooks.test(hook);
		return sent ? retryAfter(reply).code(202).send() : reply.code(204).send();
	});
}

export { addWebhookActions };
