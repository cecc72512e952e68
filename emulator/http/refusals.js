'use strict';

const { ApiError, invalidRequest } = require('./apiError.js');

/**
 * Turns whatever fastify or ajv threw into the contract's error.
 * @param {any} error
 * @returns {ApiError}
 */
function refusalOf(error) {
	if (error instanceof ApiError) return error;
	if (error.validation) return refusalOfSchema(error.validation[0], error.validationContext);
	if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
		return new ApiError(415, 'UnsupportedMediaType', 'The content type is not supported.');
	}
	if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
		return new ApiError(413, 'InvalidRequest', 'The body is too large.', {
			inner: 'InvalidPayload',
		});
	}
	if (error.statusCode >= 400 && error.statusCode < 500) {
		return invalidRequest(
			'InvalidRequestBodyFormat',
			`The request cannot be read: ${error.message}`,
		);
	}
	process.stderr.write(`emulator: ${error.stack ?? error}\n`);
	return new ApiError(500, 'InternalServerError', String(error.message), {
		inner: 'UnexpectedError',
	});
}

/**
 * @param {{ keyword: string, instancePath: string, params: Record<string, any>, message?: string }} problem
 * @param {string} part body, querystring or params
 */
function refusalOfSchema(problem, part) {
	const field = [
		...problem.instancePath.split('/').slice(1),
		problem.params.missingProperty ?? problem.params.additionalProperty,
	]
		.filter((step) => step !== undefined)
		.join('.');
	if (part === 'params') {
		return invalidRequest('InvalidParameterValue', `'${field}' is not a valid id.`, field);
	}
	const text = sentence(problem, field);
	if (part === 'querystring') {
		return new ApiError(400, 'InvalidArgument', text, { inner: 'InvalidParameter', target: field });
	}
	if (field === '')
		return invalidRequest('EmptyRequest', 'The request body is missing or no object.');
	if (field === 'locale' && problem.keyword === 'enum') {
		return invalidRequest('InvalidLocale', 'The locale is not supported.', field);
	}
	return invalidRequest('InvalidPayload', text, field);
}

/**
 * @param {{ keyword: string, params: Record<string, any>, message?: string }} problem
 * @param {string} field
 */
function sentence(problem, field) {
	if (problem.keyword === 'required') return `'${field}' is required.`;
	if (problem.keyword === 'additionalProperties') {
		return `'${field}' is not known, or cannot be set by a request.`;
	}
	const allowed = problem.params.allowedValues;
	return `'${field}' ${problem.message}${allowed ? `: ${allowed.join(', ')}` : ''}.`;
}

module.exports = { refusalOf };
