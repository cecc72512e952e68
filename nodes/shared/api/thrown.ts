/** What may stand on an error of n8n's request helpers or on one of its causes. Nothing of it is sure. */
export interface Thrown {
	httpCode?: string | null;
	code?: string;
	message?: string;
	/** HTTP status of an answer of a sign-in host. */
	status?: number;
	/** The answer of a sign-in host that refused. */
	body?: unknown;
	/** Of the connection that broke. */
	hostname?: string;
	address?: string;
	port?: number;
	/** The request that went wrong. */
	config?: { url?: string };
	response?: { status?: number; data?: unknown; headers?: Record<string, unknown> };
	cause?: Thrown;
	/** Of a host with several addresses. */
	errors?: Thrown[];
}

/** An error and its causes, the outermost first. */
export function causesOf(thrown: unknown): Thrown[] {
	const chain: Thrown[] = [];
	let next = asThrown(thrown);
	while (next && chain.length < 6) {
		chain.push(next);
		next = asThrown(next.cause ?? next.errors?.[0]);
	}
	return chain;
}

function asThrown(value: unknown): Thrown | null {
	return typeof value === 'object' && value !== null ? value : null;
}
