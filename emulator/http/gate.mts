import { INSTEAD } from './faults.mts';
import { ApiError, gatewayBody } from './apiError.mts';
import { remember, stateOf } from './context.mts';
import { strikeAnswer, strikeInstead } from './strike.mts';

export type FastifyInstance = import('fastify').FastifyInstance;

export type Service = import('../service.mts').Service;

const DENIED =
	'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a ' +
	'valid key for an active subscription and use a correct regional API endpoint for your resource.';

/**
 * What every request of the API passes on its way in and out: log, faults, key, rate limit, state file.
 */
function addGate(app: FastifyInstance, service: Service, area: 'api' | 'content') {
	app.addHook('onRequest', async (request) => {
		const { pathname } = new URL(request.url, 'http://localhost');
		const path = pathname.replace(/^\/speechtotext(?=\/)/, '');
		const fault = service.faults.take(request.method, path);
		const entry = service.log.add({
			at: new Date(service.clock.now()).toISOString(),
			area,
			method: request.method,
			path,
			query: { ...(request.query as Record<string, any>) },
			authorized: service.access.knows(request.headers),
			credentials: service.access.presented(request.headers),
			contentType: request.headers['content-type'],
			body: undefined,
			status: null,
			...(fault ? { fault: fault.kind } : {}),
		});
		remember(request, { entry, fault });
	});
	if (area === 'api')
		app.addHook('onRequest', async (request, reply) => admit(service, request, reply));
	app.addHook('preValidation', async (request, reply) => {
		const state = stateOf(request);
		if (!state) return;
		const { body } = request;
		state.entry.body = Buffer.isBuffer(body) ? `<${body.length} bytes>` : structuredClone(body);
		if (state.fault && INSTEAD.has(state.fault.kind))
			return strikeInstead(state.fault, request, reply);
	});
	app.addHook('onSend', async (request, reply, payload) => {
		service.stateFile.flush();
		const state = stateOf(request);
		if (!state) return payload;
		const { entry, fault } = state;
		const spoiled =
			fault && !INSTEAD.has(fault.kind)
				? await strikeAnswer(fault, request, reply, payload, service.closing.signal)
				: payload;
		if (fault?.kind !== 'dropAfter') entry.status = reply.statusCode;
		return spoiled;
	});
}

/**
 * Lets in who has a key or token, not too often.
 */
async function admit(
	service: Service,
	request: import('fastify').FastifyRequest,
	reply: import('fastify').FastifyReply,
) {
	const state = stateOf(request);
	// A fault that answers instead stands for something in front of the service.
	if (state?.fault && INSTEAD.has(state.fault.kind)) return;
	if (!state?.entry.authorized) {
		return reply
			.code(401)
			.type(service.quirks.gatewayErrorType)
			.send(JSON.stringify(gatewayBody(401, DENIED)));
	}
	if (service.access.denied) {
		throw new ApiError(403, 'Forbidden', 'The caller has no permission for this operation.', {
			inner: 'InvalidPermissions',
		});
	}
	const wait = service.rateLimit?.hit();
	if (wait !== undefined) {
		if (service.quirks.retryAfterOn429) reply.header('retry-after', wait);
		throw new ApiError(429, 'TooManyRequests', 'Too many requests. Please retry later.');
	}
}

export { addGate };
