import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Tokens } from './tokens.mts';

/** Who may come in: one resource key, and the tokens of the sign-in stand-in. */
export class Access {
	key: string;
	/** The key is one no longer; set by a test. */
	expired = false;
	/** The caller is known, without rights; set by a test. */
	denied = false;
	private readonly tokens: Tokens;

	constructor(key: string, tokens: Tokens) {
		this.key = key;
		this.tokens = tokens;
	}

	/**
	 * Which kind of credential a request carries.
	 */
	presented(headers: IncomingHttpHeaders): 'key' | 'token' | 'none' {
		if (headers['ocp-apim-subscription-key'] !== undefined) return 'key';
		return headers.authorization === undefined ? 'none' : 'token';
	}

	/**
	 * Whether the credential is valid, rights aside.
	 */
	knows(headers: IncomingHttpHeaders) {
		const key = headers['ocp-apim-subscription-key'];
		if (key !== undefined) return !this.expired && same(String(key), this.key);
		const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '');
		return bearer !== null && this.tokens.isValid(bearer[1]);
	}

	rotate(key: string) {
		this.key = key;
		this.expired = false;
	}
}

/**
 * Compares secrets in a time that tells nothing.
 */
export function same(one: string, other: string) {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
