import { BY_CODE, BY_STATUS, DOOR_BY_CODE, DOOR_BY_TEXT, type Advice } from './errorTable';

const CODES = new Map(Object.entries(BY_CODE));
const DOOR_CODES = new Map(Object.entries(DOOR_BY_CODE));

/** Codes that say no more than the HTTP status; gateways also give that as the code. */
const GENERAL =
	/^(\d{3}|BadRequest|InvalidRequest|InvalidArgument|InvalidParameter\w*|Unauthorized|Forbidden|AccessDenied|NotFound|ResourceNotFound)$/i;
/** Statuses of an answer that may concern the resource as a whole. */
const DOOR_STATUSES = [400, 401, 403, 404];
/** A job's code is a free string; such a one is of the service's own making. */
const INTERNAL_CODE = /^(Internal|Unexpected)[A-Z]\w*$/;

/**
 * The sentences for an error answer. A code that is not known is shown with the service's own text.
 *
 * @param status HTTP status.
 * @param code The innermost code the service gave.
 * @param message The service's own text, cleaned.
 */
export function explainError(status: number, code: string | null, message: string | null): Advice {
	const known =
		explainDoor(status, code, message) ?? (code && CODES.get(code)) ?? BY_STATUS[status];
	const said = message ? `Azure says: ${message}` : `Azure responded with status ${status}.`;
	if (known) {
		return { message: known.message, advice: `${known.advice} ${said}${code ? ` (${code})` : ''}` };
	}
	if (status >= 500) {
		return {
			message: 'The service could not handle the request.',
			advice: `Try again later. ${said}`,
		};
	}
	return {
		message: message ?? `The service refused the request with status ${status}.`,
		advice: `Compare the fields of the node with the message${code ? ` (${code})` : ''}.`,
	};
}

/**
 * What keeps every request from the resource, such as a missing role or a tier that has no Custom Speech;
 * null when the answer tells of no such thing.
 */
export function explainDoor(
	status: number,
	code: string | null,
	message: string | null,
): Advice | null {
	const byCode = DOOR_CODES.get(code ?? '');
	if (byCode) return byCode;
	const saysNothing = code === null || GENERAL.test(code);
	if (!saysNothing || !DOOR_STATUSES.includes(status)) return null;
	return DOOR_BY_TEXT.find(({ text }) => text.test(message ?? '')) ?? null;
}

/** What to do about a job that failed with a code; null when the code is not known to tell. */
export function adviceForJob(code: string | null | undefined): string | null {
	const known = CODES.get(code ?? '');
	if (known) return known.advice;
	return INTERNAL_CODE.test(code ?? '') ? BY_CODE.InternalServerError.advice : null;
}
