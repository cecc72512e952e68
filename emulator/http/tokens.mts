import { createHmac, randomUUID } from 'node:crypto';

/**
 * Bearer tokens of the Entra ID stand-in. They live by real time, whatever the emulator's clock does,
 * and are signed rather than stored, so that they outlive a restart.
 */
class Tokens {
	oauth: any;
	serial: any;
	lastEnded: any;

	/** @param {{ clientSecret: string, tokenLifetimeSeconds: number }} oauth */
	constructor(oauth: { clientSecret: string; tokenLifetimeSeconds: number }) {
		this.oauth = oauth;
		this.serial = Date.now();
		this.lastEnded = 0;
	}

	/** A new token. */
	issue() {
		// A serial that only grows tells tokens apart even within one millisecond.
		this.serial = Math.max(this.serial + 1, Date.now());
		const expires = Date.now() + this.oauth.tokenLifetimeSeconds * 1000;
		const claims = { serial: this.serial, expires, id: randomUUID() };
		const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
		return `${body}.${this.sign(body)}`;
	}

	/** @param {string} token */
	isValid(token: string) {
		const [body, signature] = token.split('.');
		if (!signature || signature !== this.sign(body)) return false;
		const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
		return claims.expires > Date.now() && claims.serial > this.lastEnded;
	}

	/** Ends every token issued so far. */
	expireAll() {
		this.lastEnded = this.serial;
	}

	/** @param {string} body */
	sign(body: string) {
		return createHmac('sha256', this.oauth.clientSecret).update(body).digest('base64url');
	}
}

export { Tokens };
