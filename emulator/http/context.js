'use strict';

/**
 * @typedef {import('fastify').FastifyRequest} FastifyRequest
 * @typedef {object} RequestState What the emulator remembers of a request while it lasts.
 * @property {import('./requestLog.js').LoggedRequest} entry
 * @property {import('./faults.js').Fault} [fault]
 */

/** @type {WeakMap<object, RequestState>} */
const states = new WeakMap();

/**
 * @param {FastifyRequest} request
 * @param {RequestState} state
 */
function remember(request, state) {
	states.set(request, state);
}

/** @param {FastifyRequest} request */
function stateOf(request) {
	return states.get(request);
}

/**
 * The view context of a request: links name the host the caller used.
 * @param {import('../service.js').Service} service
 * @param {FastifyRequest} request
 */
function contextOf(service, request) {
	const query = /** @type {Record<string, any>} */ (request.query);
	return service.context(`http://${request.headers.host}`, query['api-version']);
}

module.exports = { remember, stateOf, contextOf };
