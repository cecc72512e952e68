import type { FastifyReply } from 'fastify';
import { isOver } from '../../domain/time/job.mts';
import type { ApiHost } from '../apiHost.mts';

/**
 * Sets Retry-After on an answer about work that is not over.
 */
export function tellRetryAfter(
	host: ApiHost,
	reply: FastifyReply,
	statuses: (string | undefined)[],
) {
	if (!statuses.every(isOver)) setRetryAfter(host, reply);
}

/**
 * Sets Retry-After, unless the options want none.
 */
export function setRetryAfter({ options }: ApiHost, reply: FastifyReply) {
	const { retryAfterSeconds } = options;
	return retryAfterSeconds === null ? reply : reply.header('retry-after', retryAfterSeconds);
}
