import type { DetailedErrorCode, ErrorCode } from '../../../contract/types.d.ts';

interface Details {
	inner?: DetailedErrorCode;
	/** The field it is about. */
	target?: string;
}

/** An answer that refuses, in the shape of the contract. */
export class ApiError extends Error {
	readonly status: number;
	readonly code: ErrorCode;
	readonly details: Details;

	constructor(status: number, code: ErrorCode, message: string, details: Details = {}) {
		super(message);
		this.status = status;
		this.code = code;
		this.details = details;
	}

	/** The body the caller gets. */
	toBody() {
		const { inner, target } = this.details;
		return {
			code: this.code,
			message: this.message,
			...(target ? { target } : {}),
			...(inner ? { innerError: { code: inner, message: this.message } } : {}),
		};
	}
}

/** 400: the request itself is wrong. */
export function invalidRequest(inner: DetailedErrorCode, message: string, target?: string) {
	return new ApiError(400, 'InvalidRequest', message, { inner, target });
}

/** 404 for an entity or a path. */
export function notFound(message: string) {
	return new ApiError(404, 'NotFound', message);
}

/**
 * The shape the gateway in front of the service uses.
 */
export function gatewayBody(status: number, message: string) {
	return { error: { code: String(status), message } };
}
