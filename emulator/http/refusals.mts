import { ApiError, invalidRequest } from './apiError.mts';

/**
 * Turns whatever fastify or ajv threw into the contract's error.
 */
function refusalOf(error: any, { severalFaults }: import('../quirks.mts').Quirks): ApiError {
	if (error instanceof ApiError) return error;
	if (error.validation) {
		const told = severalFaults === 'joined' ? error.validation : error.validation.slice(0, 1);
		return refusalOfSchema(told, error.validationContext);
	}
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

export type Problem = {
	keyword: string;
	instancePath: string;
	params: Record<string, any>;
	message?: string;
};

/**
 * A refusal with the code of the first problem, and the texts of all.
 * @param part body, querystring or params
 */
function refusalOfSchema(problems: Problem[], part: string) {
	const [problem] = problems;
	const field = fieldOf(problem);
	if (part === 'params') {
		return invalidRequest('InvalidParameterValue', `'${field}' is not a valid id.`, field);
	}
	const text = [...new Set(problems.map((one) => sentence(one, fieldOf(one))))].join(' OR ');
	if (part === 'querystring') {
		return new ApiError(400, 'InvalidArgument', text, { inner: 'InvalidParameter', target: field });
	}
	if (field === '')
		return invalidRequest('EmptyRequest', 'The request body is missing or no object.');
	return invalidRequest(isLocale(problem) ? 'InvalidLocale' : 'InvalidPayload', text, field);
}

/** @param {Problem} problem */
function isLocale({ keyword, instancePath }: Problem) {
	return keyword === 'enum' && instancePath === '/locale';
}

/** @param {Problem} problem */
function fieldOf({ instancePath, params }: Problem) {
	return [...instancePath.split('/').slice(1), params.missingProperty ?? params.additionalProperty]
		.filter((step) => step !== undefined)
		.join('.');
}

function sentence(problem: Problem, field: string) {
	if (problem.keyword === 'required') return `'${field}' is required.`;
	if (problem.keyword === 'additionalProperties') {
		return `'${field}' is not known, or cannot be set by a request.`;
	}
	if (isLocale(problem)) return 'The locale is not supported.';
	const allowed = problem.params.allowedValues;
	return `'${field}' ${problem.message}${allowed ? `: ${allowed.join(', ')}` : ''}.`;
}

export { refusalOf };
