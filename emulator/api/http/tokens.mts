import { createHmac, randomUUID } from 'node:crypto';
import { isObject } from '../../domain/json.mts';

export interface SignInOptions {
	clientId: string;
	clientSecret: string;
	tokenLifetimeSeconds: number;
}

/**
 * Bearer tokens of the Entra ID stand-in. They live by real time, whatever the emulator's clock does,
 * and are signed rather than stored, so that they outlive a restart.
 */
export class Tokens {
	private readonly oauth: SignInOptions;
	private serial = Date.now();
	private lastEnded = 0;

	constructor(oauth: SignInOptions) {
		this.oauth = oauth;
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

	isValid(token: string) {
		const [body, signature] = token.split('.');
		if (!signature || signature !== this.sign(body)) return false;
		const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
		return (
			isObject(claims) &&
			Number(claims.expires) > Date.now() &&
			Number(claims.serial) > this.lastEnded
		);
	}

	/** Ends every token issued so far. */
	expireAll() {
		this.lastEnded = this.serial;
	}

	private sign(body: string) {
		return createHmac('sha256', this.oauth.clientSecret).update(body).digest('base64url');
	}
}
