'use strict';

const { createHash, timingSafeEqual } = require('node:crypto');

/** Who may come in: one resource key, and the tokens of the sign-in stand-in. */
class Access {
	/**
	 * @param {string} key
	 * @param {import('./tokens.js').Tokens} tokens
	 */
	constructor(key, tokens) {
		this.key = key;
		this.tokens = tokens;
		this.expired = false;
		this.denied = false;
	}

	/**
	 * Which kind of credential a request carries.
	 * @param {import('node:http').IncomingHttpHeaders} headers
	 * @returns {'key' | 'token' | 'none'}
	 */
	presented(headers) {
		if (headers['ocp-apim-subscription-key'] !== undefined) return 'key';
		return headers.authorization === undefined ? 'none' : 'token';
	}

	/**
	 * Whether the credential is valid, rights aside.
	 * @param {import('node:http').IncomingHttpHeaders} headers
	 */
	knows(headers) {
		const key = headers['ocp-apim-subscription-key'];
		if (key !== undefined) return !this.expired && same(String(key), this.key);
		const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '');
		return bearer !== null && this.tokens.isValid(bearer[1]);
	}

	/** @param {string} key */
	rotate(key) {
		this.key = key;
		this.expired = false;
	}
}

/**
 * @param {string} one
 * @param {string} other
 */
function same(one, other) {
	const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}

module.exports = { Access, same };
