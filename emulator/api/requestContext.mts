import type { FastifyRequest } from 'fastify';
import type { Collection, Records } from '../domain/records.mts';
import { absent } from '../domain/refusal.mts';
import type { ApiHost } from './apiHost.mts';
import type { ViewContext } from './context.mts';
import { apiVersionOf } from './http/requestParts.mts';

/** What the work on one request needs to know. */
export interface RequestContext extends ViewContext {
	host: ApiHost;
}

export function contextOf(host: ApiHost, request: Pick<FastifyRequest, 'headers' | 'query'>) {
	const origin = `http://${request.headers.host ?? ''}`;
	return { ...host.context(origin, apiVersionOf(request)), host };
}

/**
 * The entity the path of a request names, or 404.
 */
export function entityIn<C extends Collection>(
	{ service }: RequestContext,
	collection: C,
	{ params }: { params: { id: string } },
): Records[C] {
	const record = service.store.get(collection, params.id);
	if (!record) throw absent();
	return record;
}
