import type { FastifyRequest } from 'fastify';
import type { Fault } from './faults.mts';
import type { LoggedRequest } from './requestLog.mts';

export interface RequestState {
	entry: LoggedRequest;
	fault?: Fault;
}

const states = new WeakMap<FastifyRequest, RequestState>();

/** Keeps what the gate knows of a request until its answer leaves. */
export function remember(request: FastifyRequest, state: RequestState) {
	states.set(request, state);
}

export function stateOf(request: FastifyRequest) {
	return states.get(request);
}
