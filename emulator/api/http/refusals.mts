import type { Quirks } from '../../domain/quirks.mts';
import { Refusal } from '../../domain/refusal.mts';
import { ApiError, invalidRequest } from './apiError.mts';
import { asSchemaFault, refusalOfSchema } from './schemaRefusal.mts';

/**
 * Turns whatever the rules, fastify or ajv threw into the contract's error.
 */
export function refusalOf(error: unknown, quirks: Quirks): ApiError {
	if (error instanceof ApiError) return error;
	if (error instanceof Refusal) return answerTo(error, quirks);
	const fault = asSchemaFault(error);
	if (fault) {
		const { problems, part } = fault;
		return refusalOfSchema(
			quirks.severalFaults === 'joined' ? problems : problems.slice(0, 1),
			part,
		);
	}
	const { code, statusCode, message } = asFastifyError(error);
	if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
		return new ApiError(415, 'UnsupportedMediaType', 'The content type is not supported.');
	}
	if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
		return new ApiError(413, 'InvalidRequest', 'The body is too large.', {
			inner: 'InvalidPayload',
		});
	}
	if (statusCode >= 400 && statusCode < 500) {
		return invalidRequest('InvalidRequestBodyFormat', `The request cannot be read: ${message}`);
	}
	const trace = error instanceof Error ? (error.stack ?? message) : message;
	process.stderr.write(`emulator: ${trace}\n`);
	return new ApiError(500, 'InternalServerError', message, { inner: 'UnexpectedError' });
}

/** How the API tells what the rules do not allow. The status is a quirk where it is not known. */
function answerTo({ kind, code, message, target }: Refusal, quirks: Quirks) {
	switch (kind) {
		case 'absent':
			return new ApiError(404, 'NotFound', message);
		case 'invalid':
			return new ApiError(400, 'InvalidRequest', message, { inner: code, target });
		case 'conflict':
			return new ApiError(409, 'Conflict', message, { inner: code });
		case 'inUse':
			return conflictWith(quirks.inUseStatus, message, code);
		case 'unfinished':
			return conflictWith(quirks.unfinishedStatus, message, code);
	}
}

function conflictWith(status: 409 | 400, message: string, inner: Refusal['code']) {
	return new ApiError(status, status === 409 ? 'Conflict' : 'InvalidRequest', message, { inner });
}

function asFastifyError(error: unknown) {
	if (!(error instanceof Error))
		return { code: undefined, statusCode: NaN, message: String(error) };
	const code = 'code' in error ? error.code : undefined;
	const statusCode = 'statusCode' in error ? Number(error.statusCode) : NaN;
	return { code, statusCode, message: error.message };
}
