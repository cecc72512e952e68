import type { Answer } from './answer';
import { isCertificateFault } from './fault';
import { badCertificate } from './onTheWay';
import { isTransientStatus, type ServiceErrorFacts } from './serviceError';
import { PROXY_SIGN_IN } from './whoAnswered';

type Explained = Pick<ServiceErrorFacts, 'kind' | 'message' | 'advice'>;

const HOST = 'the sign-in host of Microsoft Entra ID';
const WHERE = "Check 'Cloud' and 'Authority URL' in the credential";
const PAST =
	'A proxy, a firewall or a sign-in page of the network may stand in its place: let n8n through to it';

/**
 * The sentences for a sign-in to Microsoft Entra ID that brought no token. One table for nodes, lists and the test of
 * the credential; none of it is said of the Speech resource, which was not asked.
 */
export function explainSignIn({ status, fault = 'no whole answer', signIn }: Answer): Explained {
	const shown = status === null ? '' : ` (status ${status})`;
	switch (signIn) {
		case 'noToken':
			return {
				kind: 'refused',
				message: `The answer of ${HOST} holds no token.`,
				advice: `${WHERE}: the address may be that of another service. n8n keeps such an answer, also when the credential is saved: make a new credential once it is put right.`,
			};
		case 'otherToken':
			return {
				kind: 'refused',
				message: `The token of ${HOST} is of a type that is not known: ${fault}.`,
				advice: `Azure takes only tokens of the type Bearer. ${WHERE}: the address may be that of another service. n8n keeps the token: make a new credential once it is put right.`,
			};
		case 'redirect':
			return {
				kind: 'malformed',
				message: `There is a redirect in place of a token: ${HOST} sends n8n elsewhere${shown}.`,
				advice: `${PAST}. ${WHERE}.`,
			};
		case 'stranger':
			return {
				kind: 'malformed',
				message:
					status === PROXY_SIGN_IN
						? `A proxy between n8n and ${HOST} wants n8n to sign in to it${shown}.`
						: `What answered the sign-in is not Microsoft Entra ID${shown}.`,
				advice: `${PAST}, and check the proxy that HTTPS_PROXY of n8n names, if one is set. ${WHERE}.`,
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
			message: `No answer came from ${HOST}.`,
			advice: `The connection ended with ${fault}. ${WHERE}, and the network.`,
		};
	}
	if (isTransientStatus(status)) {
		return {
			kind: 'refused',
			message: `Microsoft Entra ID is too busy to give a token (status ${status}).`,
			advice: 'Try again later.',
		};
	}
	return {
		kind: 'refused',
		message: 'Microsoft Entra ID gave no token.',
		advice:
			"Check 'Tenant ID', 'Client ID' and 'Client Secret' in the credential. With the grant type Authorization Code, connect the credential first.",
	};
}
