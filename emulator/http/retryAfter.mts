import { isOver } from '../time/job.mts';

/**
 * Sets Retry-After on an answer about work that is not over.
 */
function tellRetryAfter(
	service: import('../service.mts').Service,
	reply: import('fastify').FastifyReply,
	entities: Record<string, any>[],
) {
	const { retryAfterSeconds } = service.options;
	if (retryAfterSeconds === null || entities.every(({ status }) => isOver(status))) return;
	reply.header('retry-after', retryAfterSeconds);
}

export { tellRetryAfter };
