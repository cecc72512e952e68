import type { Answer } from './answer';
import type { Advice } from './errorTable';
import { isCertificateFault } from './fault';
import { isStranger, PROXY_SIGN_IN } from './whoAnswered';

/** What may stand between n8n and a host, which no node can see. */
const SET_PROXY = "the proxy in n8n's HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, if one is set";

/**
 * What kept an answer of the service from coming; null when the service has answered. The one table for nodes, lists,
 * sign-ins and the tests of credentials: it names the host that was asked and a proxy, and never what only the service
 * could refuse.
 *
 * @param origin What was asked: scheme and host.
 * @param place What in the credential says where that is.
 */
export function explainWay(origin: string, place: string, answer: Answer): Advice | null {
	const { host } = new URL(origin);
	const { status, fault = 'no complete response' } = answer;
	if (isCertificateFault(fault)) return badCertificate(host, fault);
	if (status === null) {
		return {
			// The code stands in the advice: n8n replaces a message that holds one.
			message: `No response from ${host}.`,
			advice: `The connection ended with ${fault}${whereItBroke(origin, answer)}. Check ${place} and the network.`,
		};
	}
	if (!isStranger(answer)) return null;
	const name = answer.via ? `, which identifies itself as '${answer.via}',` : '';
	if (status === PROXY_SIGN_IN) {
		return {
			message: `A proxy between n8n and ${host} requires a sign-in (status ${status}).`,
			advice: `The response came from the proxy${name}, not from ${host}. Check the name and password in ${SET_PROXY}, or allow n8n to reach ${host} without a sign-in.`,
		};
	}
	return {
		message: `${host} responds, but not as Azure Custom Speech (status ${status}).`,
		advice: `Compare ${place} with the resource's page in the Azure portal. Something in between${name} may also respond instead, such as a proxy, a firewall or a network sign-in page: allow n8n to reach ${host}, and check ${SET_PROXY}.`,
	};
}

/** @param who Whose it is, or seems to be. */
export function badCertificate(who: string, fault: string): Advice {
	return {
		message: `The certificate of ${who} was not accepted.`,
		advice: `The connection ended with ${fault}. A proxy that inspects traffic may respond instead. Ask your n8n administrator to add the proxy's certificate with NODE_EXTRA_CA_CERTS, or to let n8n bypass the proxy.`,
	};
}

/** Where a connection broke, when that was not at the host itself: then n8n goes through a proxy. Nothing otherwise. */
export function whereItBroke(origin: string, { peer }: Answer): string {
	if (!peer) return '';
	const { hostname, port, protocol } = new URL(origin);
	const wanted = port || (protocol === 'https:' ? '443' : '80');
	const [, name, reached] = /^(.*?)(?::(\d+))?$/.exec(peer) ?? [];
	// An address may be that of the host; a name or a port that differs cannot.
	const isOther = reached === undefined ? name !== hostname : reached !== wanted;
	return isOther ? ` at ${peer}, the proxy n8n is set to use` : '';
}
