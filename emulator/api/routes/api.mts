import type { FastifyInstance } from 'fastify';
import type { ApiHost } from '../apiHost.mts';
import type { QuerySchemas } from '../schemas/query.mts';

/** Where routes are added, and what they serve. */
export interface Api {
	app: FastifyInstance;
	host: ApiHost;
	query: QuerySchemas;
}
