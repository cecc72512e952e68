'use strict';

const { isOver } = require('../time/job.js');

/**
 * Sets Retry-After on an answer about work that is not over.
 * @param {import('../service.js').Service} service
 * @param {import('fastify').FastifyReply} reply
 * @param {Record<string, any>[]} entities
 */
function tellRetryAfter(service, reply, entities) {
	const { retryAfterSeconds } = service.options;
	if (retryAfterSeconds === null || entities.every(({ status }) => isOver(status))) return;
	reply.header('retry-after', retryAfterSeconds);
}

module.exports = { tellRetryAfter };
