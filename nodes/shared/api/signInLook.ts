import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { isObject } from '../speech/jsonObject';
import { cleanText } from '../speech/text';
import type { Answer } from './answer';
import type { Connection } from './connection';
import { strangeSignIn } from './signInFault';

/** Longest time for the look at the sign-in host, in milliseconds: it only explains what went wrong. */
const TIMEOUT_MS = 5_000;

/** Connections whose token is known to be one to send as Bearer. */
const known = new WeakSet<Connection>();

/**
 * An answer that came by way of a sign-in to Microsoft Entra ID, with what n8n's own client does not tell: that the
 * sign-in host leads elsewhere, and that its token is of a type nobody may send as Bearer.
 */
export async function lookAtSignIn(
	context: IExecuteFunctions | ILoadOptionsFunctions,
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
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ credentialType }: Connection,
): Promise<number | null> {
	const { accessTokenUrl } = await context.getCredentials(credentialType);
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: String(accessTokenUrl),
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		timeout: TIMEOUT_MS,
	};
	const asked = context.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>;
	const status = await asked.then(({ statusCode }) => statusCode).catch(() => 0);
	return strangeSignIn(status) === 'redirect' ? status : null;
}
