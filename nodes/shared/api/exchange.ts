import type {
	IAdditionalCredentialOptions,
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import type { Answer } from './answer';
import type { Connection } from './connection';
import { faultOf, nameOfPasser } from './fault';
import { parseRetryAfter } from './retryAfter';
import { lookAtSignIn } from './signInLook';

/** The n8n contexts a node can call the service from. */
export type CallContext = IExecuteFunctions | ILoadOptionsFunctions;

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
 * @param timeout Longest time for the answer, in milliseconds.
 */
export async function exchange(
	{ context, connection, method, url, body }: Outgoing,
	timeout: number,
): Promise<Answer> {
	const options: IHttpRequestOptions = {
		method,
		url,
		headers: { Accept: 'application/json', ...(body && { 'Content-Type': contentTypeOf(body) }) },
		...(body && { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
		// n8n renews an Entra ID token only when it sees the 401 itself.
		ignoreHttpStatusErrors: { ignore: true, except: usesToken(connection) ? [401] : [] },
		timeout,
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
		return {
			status: response.statusCode,
			body: typeof response.body === 'string' ? response.body : '',
			retryAfter: parseRetryAfter(response.headers?.['retry-after'], Date.now()),
			via: nameOfPasser(response.headers),
		};
	} catch (error) {
		return faultOf(error);
	}
}

function contentTypeOf(body: object | Buffer): string {
	return Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
}

function usesToken(connection: Connection): boolean {
	return connection.credentialType.endsWith('OAuth2Api');
}
