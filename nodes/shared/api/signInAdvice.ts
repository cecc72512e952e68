import type { Answer } from './answer';
import { isCertificateFault } from './fault';
import { badCertificate } from './onTheWay';
import { isTransientStatus, type ServiceErrorFacts } from './serviceError';
import { PROXY_SIGN_IN } from './whoAnswered';

type Explained = Pick<ServiceErrorFacts, 'kind' | 'message' | 'advice'>;

const HOST = 'the sign-in host of Microsoft Entra ID';
const WHERE = "Check 'Cloud' and 'Authority URL' in the credential";
const PAST =
	'A proxy, a firewall or a network sign-in page may respond instead: allow n8n to reach it';

/**
 * The sentences for a sign-in to Microsoft Entra ID that brought no token. One table for nodes, lists and the test of
 * the credential; none of it is said of the Speech resource, which was not asked.
 */
export function explainSignIn({
	status,
	fault = 'no complete response',
	signIn,
}: Answer): Explained {
	const shown = status === null ? '' : ` (status ${status})`;
	switch (signIn) {
		case 'noToken':
			return {
				kind: 'refused',
				message: `The response of ${HOST} contains no token.`,
				advice: `${WHERE}: the address may belong to another service. n8n keeps this response, even when you save the credential. After you fix it, create a new credential.`,
			};
		case 'otherToken':
			return {
				kind: 'refused',
				message: `The token of ${HOST} has an unknown type: ${fault}.`,
				advice: `Azure accepts only Bearer tokens. ${WHERE}: the address may belong to another service. n8n keeps the token. After you fix it, create a new credential.`,
			};
		case 'redirect':
			return {
				kind: 'malformed',
				message: `Redirect instead of a token: ${HOST} redirects n8n to another address${shown}.`,
				advice: `${PAST}. ${WHERE}.`,
			};
		case 'stranger':
			return {
				kind: 'malformed',
				message:
					status === PROXY_SIGN_IN
						? `A proxy between n8n and ${HOST} requires a sign-in${shown}.`
						: `The sign-in response did not come from Microsoft Entra ID${shown}.`,
				advice: `${PAST}, and check the proxy in n8n's HTTPS_PROXY, if one is set. ${WHERE}.`,
			};
		default:
			return failedSignIn(status, fault);
	}
}

function failedSignIn(status: number | null, fault: string): Explained {
	if (isCertificateFault(fault)) return { kind: 'unreachable', ...badCertificate(HOST, fault) };
	if (status === null) {
		return {
			kind: 'unreachable',
			message: `No response from ${HOST}.`,
			advice: `The connection ended with ${fault}. ${WHERE}, and the network.`,
		};
	}
	if (isTransientStatus(status)) {
		return {
			kind: 'refused',
			message: `Microsoft Entra ID is too busy to issue a token (status ${status}).`,
			advice: 'Try again later.',
		};
	}
	return {
		kind: 'refused',
		message: 'Microsoft Entra ID did not issue a token.',
		advice:
			"Check 'Tenant ID', 'Client ID' and 'Client Secret' in the credential. With the grant type Authorization Code, connect the credential first.",
	};
}
