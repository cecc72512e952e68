import type { FastifySchemaValidationError } from 'fastify';
import { ApiError, invalidRequest } from './apiError.mts';

type Problem = FastifySchemaValidationError;

export interface SchemaFault {
	problems: Problem[];
	/** Which part of the request: body, querystring or params. */
	part: unknown;
}

/**
 * What fastify throws for a request that does not fit its schema.
 */
export function asSchemaFault(error: unknown): SchemaFault | undefined {
	if (!(error instanceof Error && 'validation' in error && isProblems(error.validation))) {
		return undefined;
	}
	return {
		problems: error.validation,
		part: 'validationContext' in error ? error.validationContext : undefined,
	};
}

function isProblems(value: unknown): value is Problem[] {
	return Array.isArray(value) && value.length > 0;
}

/**
 * A refusal with the code of the first problem, and the texts of all.
 */
export function refusalOfSchema(problems: Problem[], part: unknown) {
	const [problem] = problems;
	const field = fieldOf(problem);
	if (part === 'params') {
		return invalidRequest('InvalidParameterValue', `'${field}' is not a valid id.`, field);
	}
	const text = [...new Set(problems.map((one) => sentence(one, fieldOf(one))))].join(' OR ');
	if (part === 'querystring') {
		return new ApiError(400, 'InvalidArgument', text, { inner: 'InvalidParameter', target: field });
	}
	if (field === '') {
		return invalidRequest('EmptyRequest', 'The request body is missing or no object.');
	}
	return invalidRequest(isLocale(problem) ? 'InvalidLocale' : 'InvalidPayload', text, field);
}

function isLocale({ keyword, instancePath }: Problem) {
	return keyword === 'enum' && instancePath === '/locale';
}

function fieldOf({ instancePath, params }: Problem) {
	const named = params.missingProperty ?? params.additionalProperty;
	const steps = instancePath.split('/').slice(1);
	return [...steps, ...(typeof named === 'string' ? [named] : [])].join('.');
}

function sentence(problem: Problem, field: string) {
	if (problem.keyword === 'required') return `'${field}' is required.`;
	if (problem.keyword === 'additionalProperties') {
		return `'${field}' is not known, or cannot be set by a request.`;
	}
	if (isLocale(problem)) return 'The locale is not supported.';
	const { allowedValues } = problem.params;
	const allowed = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
	return `'${field}' ${problem.message ?? ''}${allowed}.`;
}
