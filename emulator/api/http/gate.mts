import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../../domain/json.mts';
import type { ApiHost } from '../apiHost.mts';
import { ApiError, gatewayBody } from './apiError.mts';
import { answersInstead } from './faults.mts';
import { replyWithFault, spoilAnswer } from './replyWithFault.mts';
import { pathOf } from './requestParts.mts';
import { remember, stateOf } from './requestState.mts';

const DENIED =
	'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a ' +
	'valid key for an active subscription and use a correct regional API endpoint for your resource.';

/**
 * What every request of the API passes on its way in and out: log, faults, key, rate limit, state file.
 */
export function addGate(app: FastifyInstance, host: ApiHost, area: 'api' | 'content') {
	app.addHook('onRequest', (request, _reply, done) => {
		note(host, request, area);
		done();
	});
	if (area === 'api') {
		app.addHook('onRequest', (request, reply, done) => {
			if (admit(host, request, reply)) done();
		});
	}
	app.addHook('preValidation', (request, reply, done) => {
		const state = stateOf(request);
		const { body } = request;
		if (state) {
			state.entry.body = Buffer.isBuffer(body) ? `<${body.length} bytes>` : structuredClone(body);
		}
		if (state?.fault && answersInstead(state.fault)) replyWithFault(state.fault, request, reply);
		else done();
	});
	app.addHook('onSend', async (request, reply, payload) => {
		host.state.flush();
		const state = stateOf(request);
		if (!state) return payload;
		const { entry, fault } = state;
		const spoiled =
			fault && !answersInstead(fault)
				? await spoilAnswer(fault, request, reply, payload, host.closing.signal)
				: payload;
		if (fault?.kind !== 'dropAfter') entry.status = reply.statusCode;
		return spoiled;
	});
}

/**
 * Writes a request down, with the fault that strikes it.
 */
function note(host: ApiHost, request: FastifyRequest, area: 'api' | 'content') {
	const path = pathOf(request);
	const fault = host.faults.take(request.method, path);
	const entry = host.log.add({
		at: new Date(host.service.clock.now()).toISOString(),
		area,
		method: request.method,
		path,
		query: queryOf(request),
		authorized: host.access.knows(request.headers),
		credentials: host.access.presented(request.headers),
		contentType: request.headers['content-type'],
		body: undefined,
		status: null,
		...(fault ? { fault: fault.kind } : {}),
	});
	remember(request, { entry, fault });
}

/** A query as it came; a name that comes twice has an array, which counts as no text here. */
function queryOf({ query }: FastifyRequest): Record<string, string> {
	return isObject(query)
		? Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
		: {};
}

/**
 * Lets in who has a key or token, not too often.
 * @returns whether the request goes on
 */
function admit(host: ApiHost, request: FastifyRequest, reply: FastifyReply) {
	const { quirks } = host.service;
	const state = stateOf(request);
	// A fault that answers instead stands for something in front of the service.
	if (state?.fault && answersInstead(state.fault)) return true;
	if (!state?.entry.authorized) {
		reply
			.code(401)
			.type(quirks.gatewayErrorType)
			.send(JSON.stringify(gatewayBody(401, DENIED)));
		return false;
	}
	if (host.access.denied) {
		throw new ApiError(403, 'Forbidden', 'The caller has no permission for this operation.', {
			inner: 'InvalidPermissions',
		});
	}
	const wait = host.rateLimit?.hit();
	if (wait !== undefined) {
		if (quirks.retryAfterOn429) reply.header('retry-after', wait);
		throw new ApiError(429, 'TooManyRequests', 'Too many requests. Please retry later.');
	}
	return true;
}
