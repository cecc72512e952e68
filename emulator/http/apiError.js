'use strict';

/** An answer that refuses, in the shape of the contract. */
class ApiError extends Error {
	/**
	 * @param {number} status
	 * @param {string} code an ErrorCode of the contract
	 * @param {string} message
	 * @param {{ inner?: string, target?: string }} [more]
	 */
	constructor(status, code, message, { inner, target } = {}) {
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
 * @param {string} inner a DetailedErrorCode of the contract
 * @param {string} message
 * @param {string} [target] the field it is about
 */
function invalidRequest(inner, message, target) {
	return new ApiError(400, 'InvalidRequest', message, { inner, target });
}

/**
 * 404 for an entity or a path.
 * @param {string} [message]
 */
function notFound(message = 'The specified entity cannot be found.') {
	return new ApiError(404, 'NotFound', message);
}

/**
 * Right in itself, but not in this state of things: 409, or 400 where the status is not known.
 * @param {string} inner
 * @param {string} message
 * @param {409 | 400} [status]
 */
function conflict(inner, message, status = 409) {
	return new ApiError(status, status === 409 ? 'Conflict' : 'InvalidRequest', message, { inner });
}

/**
 * The shape the gateway in front of the service uses.
 * @param {number} status
 * @param {string} message
 */
function gatewayBody(status, message) {
	return { error: { code: String(status), message } };
}

module.exports = { ApiError, invalidRequest, notFound, conflict, gatewayBody };
