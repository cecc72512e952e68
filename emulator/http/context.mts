export type FastifyRequest = import('fastify').FastifyRequest;

export interface RequestState {
	entry: import('./requestLog.mts').LoggedRequest;
	fault?: import('./faults.mts').Fault;
}

/** @type {WeakMap<object, RequestState>} */
const states: WeakMap<object, RequestState> = new WeakMap();

function remember(request: FastifyRequest, state: RequestState) {
	states.set(request, state);
}

/** @param {FastifyRequest} request */
function stateOf(request: FastifyRequest) {
	return states.get(request);
}

/**
 * The view context of a request: links name the host the caller used.
 */
function contextOf(service: import('../service.mts').Service, request: FastifyRequest) {
	const query = request.query as Record<string, any>;
	return service.context(`http://${request.headers.host}`, query['api-version']);
}

export { remember, stateOf, contextOf };
