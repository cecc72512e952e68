import type {
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import type { Connection } from './connection';
import { parseRetryAfter } from './retryAfter';

/** The n8n contexts a node can call the service from. */
export type CallContext = IExecuteFunctions | ILoadOptionsFunctions;

/** One answer, or the news that none came. */
export interface Answer {
	/** Null when the connection broke before a whole answer arrived. */
	status: number | null;
	body: string;
	retryAfter: number | null;
	/** What broke, as a code such as ECONNREFUSED or in words; never a secret. */
	fault?: string;
	/** Whether it was the sign-in to Microsoft Entra ID that brought no token. */
	signIn?: boolean;
}

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

/** How Node.js names a certificate it does not accept; source: its documentation, "X509 certificate error codes". */
const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;

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
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			connection.credentialType,
			options,
		)) as IN8nHttpFullResponse;
		return {
			status: response.statusCode,
			body: typeof response.body === 'string' ? response.body : '',
			retryAfter: parseRetryAfter(response.headers?.['retry-after'], Date.now()),
		};
	} catch (error) {
		return faultOf(error);
	}
}

function contentTypeOf(body: object | Buffer): string {
	return Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
}

/** Whether the service said yes; its body may still be unreadable. */
export function isSuccess({ status }: Answer): boolean {
	return status !== null && status >= 200 && status < 300;
}

function usesToken(connection: Connection): boolean {
	return connection.credentialType.endsWith('OAuth2Api');
}

interface Thrown {
	httpCode?: string | null;
	code?: string;
	message?: string;
	cause?: Thrown;
	response?: { status?: number };
}

/** What went wrong, told from the error and its causes; their texts may hold a token and are not shown. */
function faultOf(thrown: unknown): Answer {
	const chain = causes(thrown as Thrown);
	const signIn = chain.some(({ message = '' }) =>
		/OAuth2? (access token|credentials)/.test(message),
	);
	// EAUTH is how n8n's own client names a refused sign-in.
	const network = chain
		.map(({ code }) => code)
		.find((code = '') => /^E(?!AUTH$)[A-Z_]+$/.test(code) || isCertificateFault(code));
	const statuses = chain.map(({ httpCode, response }) => Number(httpCode ?? response?.status));
	const status = statuses.find((number) => number >= 400 && number < 600);
	const answer = { body: '', retryAfter: null, signIn };
	if (status || (signIn && network === undefined)) return { ...answer, status: status ?? 401 };
	return { ...answer, status: null, fault: network ?? 'no whole answer' };
}

/** Whether a fault is a certificate that is not accepted. */
export function isCertificateFault(fault: string): boolean {
	return CERTIFICATE.test(fault) || fault.startsWith('ERR_TLS_CERT');
}

function causes(error: Thrown): Thrown[] {
	const chain = [error];
	for (let next = error.cause; next && chain.length < 6; next = next.cause) chain.push(next);
	return chain;
}
