/** An answer that refuses, in the shape of the contract. */
class ApiError extends Error {
	status: any;
	code: any;
	inner: any;
	target: any;

	/**
	 * @param code an ErrorCode of the contract
	 */
	constructor(
		status: number,
		code: string,
		message: string,
		{ inner, target }: { inner?: string; target?: string } = {},
	) {
		super(message);
		this.status = status;
		this.code = code;
		this.inner = inner;
		this.target = target;
	}

	/** The body the caller gets. */
	toBody() {
		return {
			code: this.code,
			message: this.message,
			...(this.target ? { target: this.target } : {}),
			...(this.inner ? { innerError: { code: this.inner, message: this.message } } : {}),
		};
	}
}

/**
 * 400: the request itself is wrong.
 * @param inner a DetailedErrorCode of the contract
 * @param target the field it is about
 */
function invalidRequest(inner: string, message: string, target?: string) {
	return new ApiError(400, 'InvalidRequest', message, { inner, target });
}

/**
 * 404 for an entity or a path.
 */
function notFound(message: string = 'The specified entity cannot be found.') {
	return new ApiError(404, 'NotFound', message);
}

/**
 * Right in itself, but not in this state of things: 409, or 400 where the status is not known.
 */
function conflict(inner: string, message: string, status: 409 | 400 = 409) {
	return new ApiError(status, status === 409 ? 'Conflict' : 'InvalidRequest', message, { inner });
}

/**
 * The shape the gateway in front of the service uses.
 */
function gatewayBody(status: number, message: string) {
	return { error: { code: String(status), message } };
}

export { ApiError, invalidRequest, notFound, conflict, gatewayBody };
