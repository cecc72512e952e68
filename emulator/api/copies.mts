import type { FastifyInstance } from 'fastify';
import type { Error as ServiceError, ModelCopyAuthorization } from '../../contract/types.d.ts';
import { isObject } from '../domain/json.mts';
import { invalid } from '../domain/refusal.mts';
import { receiveCopy, type SentModel } from '../domain/rules/copying.mts';
import type { ApiHost } from './apiHost.mts';
import { ApiError } from './http/apiError.mts';
import { isLoopback, patience } from './outgoing.mts';
import { contextOf, type RequestContext } from './requestContext.mts';
import { selfUrl } from './views/urls.mts';

/** Where one emulator hands a model to another. The real services do that among themselves. */
const PATH = '/copies';

/** A model, and the authorization that lets it in. No key goes along. */
interface Handover {
	authorization: Pick<ModelCopyAuthorization, 'id' | 'sourceResourceId'>;
	model: SentModel;
}

/**
 * Adds the route by which this emulator takes a model from another one.
 */
export function addReceiving(app: FastifyInstance, host: ApiHost) {
	app.post<{ Body: Handover }>(PATH, (request, reply) => {
		const self = take(contextOf(host, request), request.body);
		host.changed();
		return reply.code(201).send({ self });
	});
}

/**
 * Hands a model to the resource that an authorization names: this one, or another emulator on this machine.
 * @returns the URL of the copy
 */
export async function handOver(
	ctx: RequestContext,
	authorization: ModelCopyAuthorization,
	model: SentModel,
): Promise<string> {
	const target = targetOf(authorization);
	const { id, sourceResourceId } = authorization;
	const handover: Handover = { authorization: { id, sourceResourceId }, model };
	if (target === ctx.origin || target === ctx.host.url) return take(ctx, handover);
	const answer = await fetch(`${target}${PATH}?api-version=${ctx.version}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(handover),
		signal: patience(ctx.host.closing.signal),
	}).catch(() => undefined);
	if (!answer) throw unreachable();
	const body: unknown = await answer.json();
	if (answer.status === 201 && isObject(body)) return String(body.self);
	throw refusalIn(body, answer.status);
}

/**
 * @returns the URL of the copy
 */
function take(ctx: RequestContext, { authorization, model }: Handover): string {
	const { id } = receiveCopy(ctx, authorization, model);
	return selfUrl(ctx, { collection: 'models', id });
}

function targetOf({ targetResourceEndpoint }: ModelCopyAuthorization): string {
	const url = URL.canParse(targetResourceEndpoint) ? new URL(targetResourceEndpoint) : null;
	if (url?.protocol === 'http:' && isLoopback(url.hostname)) return url.origin;
	throw unreachable();
}

function unreachable() {
	const field = 'targetResourceEndpoint';
	return invalid('InvalidPayload', 'The target resource cannot be reached.', field);
}

/** What the target has against the copy, said by the source. */
function refusalIn(body: unknown, status: number): ApiError {
	const { code = 'InvalidRequest', message = '', innerError } = body as ServiceError;
	return new ApiError(status, code, message, { inner: innerError?.code });
}
