import { createHash, timingSafeEqual } from 'node:crypto';

/** Who may come in: one resource key, and the tokens of the sign-in stand-in. */
class Access {
	key: any;
	tokens: any;
	expired: any;
	denied: any;

	constructor(key: string, tokens: import('./tokens.mts').Tokens) {
		this.key = key;
		this.tokens = tokens;
		this.expired = false;
		this.denied = false;
	}

	/**
	 * Which kind of credential a request carries.
	 */
	presented(headers: import('node:http').IncomingHttpHeaders): 'key' | 'token' | 'none' {
		if (headers['ocp-apim-subscription-key'] !== undefined) return 'key';
		return headers.authorization === undefined ? 'none' : 'token';
	}

	/**
	 * Whether the credential is valid, rights aside.
	 */
	knows(headers: import('node:http').IncomingHttpHeaders) {
		const key = headers['ocp-apim-subscription-key'];
		if (key !== undefined) return !this.expired && same(String(key), this.key);
		const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '');
		return bearer !== null && this.tokens.isValid(bearer[1]);
	}

	/** @param {string} key */
	rotate(key: string) {
		this.key = key;
		this.expired = false;
	}
}

function same(one: string, other: string) {
	const digest = (/** @type {string} */ text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}

export { Access, same };
