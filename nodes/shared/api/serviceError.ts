/** Statuses that may be over at the next try: throttling, a time-out on the way, a service that is down. */
export function isTransientStatus(status: number): boolean {
	return [408, 425, 429].includes(status) || status >= 500;
}

export interface ServiceErrorFacts {
	/**
	 * `refused`: the service answered with an error. `unreachable`: no usable answer came.
	 * `malformed`: the answer was no answer of this API, whatever its status. `foreignLink`: a link to another host.
	 */
	kind: 'refused' | 'unreachable' | 'malformed' | 'foreignLink';
	message: string;
	advice: string;
	status?: number;
	/** The service's own code, the innermost one it gave. */
	code?: string;
	/** Whether the service itself says that what was asked for does not exist. */
	absent?: boolean;
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

	/** Gone or never there. A 404 alone does not say so: a proxy, or a gateway asked at the wrong place, gives it too. */
	get isNotFound(): boolean {
		return this.facts.absent === true;
	}

	/** Whether the service itself, and nothing on the way, refused with a status. */
	isRefusedAs(status: number): boolean {
		return this.facts.kind === 'refused' && this.facts.status === status;
	}

	/** Whether something on the way answered in the place of the service. */
	get isOfStranger(): boolean {
		return this.facts.kind === 'malformed' && this.facts.status !== undefined;
	}

	/** A fault that may be over at the next try: the network, throttling, a service that is down. */
	get isTransient(): boolean {
		const { kind, status = 0 } = this.facts;
		return kind === 'unreachable' || kind === 'malformed' || isTransientStatus(status);
	}
}
