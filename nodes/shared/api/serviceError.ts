/** Statuses that may be over at the next try: throttling, a time-out on the way, a service that is down. */
export function isTransientStatus(status: number): boolean {
	return [408, 425, 429].includes(status) || status >= 500;
}

export interface ServiceErrorFacts {
	/**
	 * `refused`: the service answered with an error. `unreachable`: no usable answer came.
	 * `malformed`: the answer was no answer of this API. `foreignLink`: a link to another host.
	 */
	kind: 'refused' | 'unreachable' | 'malformed' | 'foreignLink';
	message: string;
	advice: string;
	status?: number;
	/** The service's own code, the innermost one it gave. */
	code?: string;
	/** Seconds the service asked to wait. */
	retryAfter?: number | null;
	/** Whether the request may have had its effect although no good answer came. */
	uncertain?: boolean;
}

/** A request to the service that did not bring what was asked for. Carries no secret. */
export class ServiceError extends Error {
	constructor(readonly facts: ServiceErrorFacts) {
		super(facts.message);
		this.name = 'ServiceError';
	}

	/** Gone or never there. */
	get isNotFound(): boolean {
		return this.facts.status === 404;
	}

	/** A fault that may be over at the next try: the network, throttling, a service that is down. */
	get isTransient(): boolean {
		const { kind, status = 0 } = this.facts;
		return kind === 'unreachable' || kind === 'malformed' || isTransientStatus(status);
	}
}
