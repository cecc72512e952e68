import type {
	IAdditionalCredentialOptions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import type { Answer } from './answer';
import { bounded } from './boundedRequest';
import type { CallContext } from './callContext';
import { cancelSignal } from './cancel';
import type { Connection } from './connection';
import { bodyIn, faultOf, nameOfPasser } from './fault';
import { readAnswer, readRefusal } from './readAnswer';
import { parseRetryAfter } from './retryAfter';
import { lookAtSignIn } from './signInLook';
import { notInTime, withinTime } from './withinTime';

/** n8n's own client puts a token of another type into the URL, where it would be written into logs. */
const AS_BEARER: IAdditionalCredentialOptions = { oauth2: { tokenType: 'Bearer' } };

/** One request as it goes out. */
export interface Outgoing {
	context: CallContext;
	connection: Connection;
	method: IHttpRequestMethods;
	/** Must already be known to be on the credential's own host. */
	url: string;
	/** An object or array for JSON, or bytes. */
	body?: object | Buffer;
}

/**
 * Sends one authenticated request, once. Redirects are not followed: they would carry the key elsewhere.
 *
 * @param timeout Longest time for the whole answer, sign-in and body included, in milliseconds.
 */
export async function exchange(sent: Outgoing, timeout: number): Promise<Answer> {
	const answer = await withinTime(
		timeout,
		cancelSignal(sent.context),
		async (signal) => await ask(sent, bounded(signal, timeout)),
	);
	return answer ?? { status: null, body: '', retryAfter: null, fault: notInTime(timeout) };
}

async function ask(
	{ context, connection, method, url, body }: Outgoing,
	bounds: Partial<IHttpRequestOptions>,
): Promise<Answer> {
	const options: IHttpRequestOptions = {
		method,
		url,
		headers: { Accept: 'application/json', ...(body && { 'Content-Type': contentTypeOf(body) }) },
		...(body && { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
		disableFollowRedirect: true,
		// n8n renews an Entra ID token only when it sees the 401 itself.
		ignoreHttpStatusErrors: { ignore: true, except: usesToken(connection) ? [401] : [] },
		...bounds,
	};
	const answer = await send(context, connection, options);
	return usesToken(connection) ? await lookAtSignIn(context, connection, answer) : answer;
}

async function send(
	context: CallContext,
	connection: Connection,
	options: IHttpRequestOptions,
): Promise<Answer> {
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			connection.credentialType,
			options,
			...(usesToken(connection) ? [AS_BEARER] : []),
		)) as IN8nHttpFullResponse;
		const { statusCode: status, headers } = response;
		const retryAfter = parseRetryAfter(headers?.['retry-after'], Date.now());
		const via = nameOfPasser(headers);
		return { status, retryAfter, via, ...(await readAnswer(status, response.body)) };
	} catch (error) {
		const answer = faultOf(error);
		const isRefusal = answer.status !== null && !answer.signIn;
		return isRefusal ? { ...answer, body: await refusalIn(error) } : answer;
	}
}

/** What an answer says that n8n has made an error of; nothing when it breaks off. */
async function refusalIn(error: unknown): Promise<string> {
	return await readRefusal(bodyIn(error)).catch(() => '');
}

function contentTypeOf(body: object | Buffer): string {
	return Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
}

function usesToken(connection: Connection): boolean {
	return connection.credentialType.endsWith('OAuth2Api');
}
