import { cleanText } from '../speech/text';
import type { Answer } from './answer';
import { signInFaultOf } from './signInFault';
import { causesOf, type Thrown } from './thrown';

/** How Node.js names a certificate it does not accept; source: its documentation, "X509 certificate error codes". */
const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;
/** The most of a name that is shown, in characters. */
const LONGEST_NAME = 60;
/** How https-proxy-agent, by which n8n reaches a proxy, says that the proxy hung up; read in its version 7.0.6. */
const PROXY_HUNG_UP = /^Proxy connection ended/;

/** What went wrong, told from the error and its causes; their texts may hold a token and are not shown. */
export function faultOf(thrown: unknown): Answer {
	const chain = causesOf(thrown);
	const network = networkFaultOf(chain);
	const signIn = signInFaultOf(chain, network);
	if (signIn) return signIn;
	const response = chain.find((one) => one.response)?.response;
	const statuses = chain.map(({ httpCode }) => Number(httpCode ?? response?.status));
	const status = statuses.find((number) => number >= 400 && number < 600);
	if (!status) return network;
	return { status, body: '', retryAfter: null, via: nameOfPasser(response?.headers) };
}

/** The body of the answer that n8n has made an error of, as it was asked for; undefined when there was none. */
export function bodyIn(thrown: unknown): unknown {
	return causesOf(thrown).find(({ response }) => response)?.response?.data;
}

/** Whether a fault is a certificate that is not accepted. */
export function isCertificateFault(fault: string): boolean {
	return CERTIFICATE.test(fault) || fault.startsWith('ERR_TLS_CERT');
}

/**
 * How the headers of an answer name what made it or passed it on; null when they do not.
 * Sources: RFC 9110, sections 7.6.3 (Via) and 10.2.4 (Server); Proxy-Agent is what proxies send in answer to CONNECT.
 */
export function nameOfPasser(headers: Record<string, unknown> | undefined): string | null {
	const names = [headers?.via, headers?.['proxy-agent'], headers?.server];
	const isName = (name: unknown) => typeof name === 'string' && name.trim() !== '';
	return cleanText(names.find(isName), LONGEST_NAME) || null;
}

/** What broke the connection, and which one, where Node.js says so. */
function networkFaultOf(chain: Thrown[]): Answer {
	// EAUTH and ESTATUS are how n8n's own client names a refused sign-in.
	const isNetwork = (code = '') =>
		/^E(?!AUTH$|STATUS$)[A-Z_]+$/.test(code) || isCertificateFault(code);
	const isProxy = chain.some(({ message = '' }) => PROXY_HUNG_UP.test(message));
	const fault = chain.find(({ code }) => isNetwork(code))?.code;
	const { hostname, address, port } =
		chain.find((one) => one.hostname !== undefined || one.address !== undefined) ?? {};
	const peer = hostname ?? (address === undefined ? null : `${address}:${port}`);
	return {
		status: null,
		body: '',
		retryAfter: null,
		fault: isProxy ? 'a proxy that closed the connection' : (fault ?? 'no complete response'),
		peer,
	};
}
