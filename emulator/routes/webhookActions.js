'use strict';

const { contextOf } = require('../http/context.js');
const { idParams } = require('../schemas/query.js');
const { entityIn } = require('./entityIn.js');

/**
 * Ping and test of a web hook.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} query
 */
function addWebhookActions(app, service, query) {
	const schema = { params: idParams, querystring: query.plain };
	const retryAfter = (/** @type {import('fastify').FastifyReply} */ reply) => {
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

module.exports = { addWebhookActions };
