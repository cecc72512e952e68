import type { Answer } from './answer';

/** How Node.js names a certificate it does not accept; source: its documentation, "X509 certificate error codes". */
const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;

interface Thrown {
	httpCode?: string | null;
	code?: string;
	message?: string;
	cause?: Thrown;
	response?: { status?: number; data?: unknown };
}

/** What went wrong, told from the error and its causes; their texts may hold a token and are not shown. */
export function faultOf(thrown: unknown): Answer {
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

/** The body of the answer that n8n has made an error of, as it was asked for; undefined when there was none. */
export function bodyIn(thrown: unknown): unknown {
	return causes(thrown as Thrown).find(({ response }) => response)?.response?.data;
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
