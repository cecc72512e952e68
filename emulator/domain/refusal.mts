import type { DetailedErrorCode } from '../../contract/types.d.ts';

/** Wrong in itself, not possible in this state of things, needed by something else, at work, or not there. */
export type RefusalKind = 'invalid' | 'conflict' | 'inUse' | 'unfinished' | 'absent';

/** What the rules do not allow. How a caller is told is for the API to say. */
export class Refusal extends Error {
	readonly kind: RefusalKind;
	readonly code: DetailedErrorCode | undefined;
	/** The field it is about. */
	readonly target: string | undefined;

	constructor(kind: RefusalKind, message: string, code?: DetailedErrorCode, target?: string) {
		super(message);
		this.kind = kind;
		this.code = code;
		this.target = target;
	}
}

/**
 * The request itself is wrong.
 * @param target the field it is about
 */
export function invalid(code: DetailedErrorCode, message: string, target?: string) {
	return new Refusal('invalid', message, code, target);
}

/** Right in itself, but not in this state of things. */
export function conflict(code: DetailedErrorCode, message: string) {
	return new Refusal('conflict', message, code);
}

/** There is no such entity. */
export function absent() {
	return new Refusal('absent', 'The specified entity cannot be found.');
}
