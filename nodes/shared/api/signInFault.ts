import { isObject } from '../speech/jsonObject';
import type { Answer, SignIn } from './answer';
import type { Thrown } from './thrown';

/** Nothing came, or nothing that tells more than its kind. */
const NOTHING = { status: null, body: '', retryAfter: null } as const;
/** For what n8n keeps, or Entra ID says, as with a key that is refused. */
const REFUSED = { ...NOTHING, status: 401 } as const;

/**
 * What became of a sign-in to Microsoft Entra ID, told by the errors of n8n's own client; null when the fault is not the
 * sign-in's. Read in `@n8n/client-oauth2` 1.23.1 and `n8n-core` 2.41.1: AuthError has the code EAUTH, ResponseError the
 * code ESTATUS; the first sign-in is told by its text, a renewal only by the address that was asked.
 *
 * @param network What the network did, if it was that.
 */
export function signInFaultOf(chain: Thrown[], network: Answer): Answer | null {
	const says = (text: RegExp) => chain.some(({ message = '' }) => text.test(message));
	if (says(/^Unable to sign without access token/)) return { ...REFUSED, signIn: 'noToken' };
	const refused = chain.find(({ code }) => code === 'EAUTH');
	if (refused) return isRefusal(refused.body) ? failed(401) : { ...NOTHING, signIn: 'stranger' };
	const odd = chain.find(({ code }) => code === 'ESTATUS');
	if (odd) return unreadable(odd.status ?? null);
	if (says(/^Maximum number of redirects exceeded/)) return { ...NOTHING, signIn: 'redirect' };
	const isAsked = chain.some(({ config }) => isElsewhere(config?.url));
	if (!isAsked && !says(/OAuth2? (access token|credentials)|needs to be reconnected/)) return null;
	const status = chain.find(({ response }) => response)?.response?.status;
	if (status !== undefined) return failed(status);
	const isRefused = !isAsked && network.fault === 'no complete response';
	return isRefused ? failed(401) : { ...network, signIn: 'failed' };
}

/** Whether a body is how a sign-in host refuses; source: RFC 6749, section 5.2. */
export function isRefusal(body: unknown): boolean {
	return isObject(body) && typeof body.error === 'string';
}

/** What an answer is that is neither a token nor a refusal of a sign-in host. */
export function strangeSignIn(status: number): SignIn {
	return status >= 300 && status < 400 ? 'redirect' : 'stranger';
}

function failed(status: number): Answer {
	return { ...NOTHING, status, signIn: 'failed' };
}

function unreadable(status: number | null): Answer {
	return { ...NOTHING, status, signIn: strangeSignIn(status ?? 0) };
}

/** Whether a request went elsewhere than to the API of a resource. */
function isElsewhere(url: string | undefined): boolean {
	return (
		url !== undefined && URL.canParse(url) && !new URL(url).pathname.startsWith('/speechtotext')
	);
}
