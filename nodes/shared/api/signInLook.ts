import { isObject } from '../speech/jsonObject';
import { cleanText } from '../speech/text';
import type { Answer } from './answer';
import { askAnonymously } from './askAnonymously';
import type { CallContext } from './callContext';
import type { Connection } from './connection';
import { SINGLE_TRY } from './policies';
import { strangeSignIn } from './signInFault';

/** Connections whose token is known to be one to send as Bearer. */
const known = new WeakSet<Connection>();

/**
 * An answer that came by way of a sign-in to Microsoft Entra ID, with what n8n's own client does not tell: that the
 * sign-in host leads elsewhere, and that its token is of a type nobody may send as Bearer.
 */
export async function lookAtSignIn(
	context: CallContext,
	connection: Connection,
	answer: Answer,
): Promise<Answer> {
	const { signIn, status } = answer;
	if (signIn === 'stranger' || (signIn === 'failed' && status === null)) {
		const redirect = await redirectOf(context, connection);
		return redirect === null ? answer : { ...answer, status: redirect, signIn: 'redirect' };
	}
	if (signIn || known.has(connection)) return answer;
	const { oauthTokenData } = await context.getCredentials(connection.credentialType);
	const type = oddTokenType(oauthTokenData);
	if (type === null) known.add(connection);
	else return { status: 401, body: '', retryAfter: null, fault: type, signIn: 'otherToken' };
	return answer;
}

/**
 * The type of a token when it is another than Bearer; null for none. A token of another type may not be used as one;
 * source: RFC 6749, section 7.1.
 */
export function oddTokenType(token: unknown): string | null {
	const type = isObject(token) ? (token.token_type ?? 'Bearer') : 'Bearer';
	return String(type).toLowerCase() === 'bearer' ? null : cleanText(type, 40) || 'none';
}

/**
 * The status by which the sign-in host sends a request elsewhere; null when it does not, or does not answer. Asked with
 * nothing in the request: n8n's own client follows such an answer and then tells only what it found at the end.
 */
async function redirectOf(
	context: CallContext,
	{ credentialType }: Connection,
): Promise<number | null> {
	const { accessTokenUrl } = await context.getCredentials(credentialType);
	const url = String(accessTokenUrl);
	const asked = { method: 'POST', url, timeout: SINGLE_TRY.signInLookMs, mostBytes: 0 } as const;
	const status = (await askAnonymously(context, asked))?.status ?? 0;
	return strangeSignIn(status) === 'redirect' ? status : null;
}
