import type { Answer } from './answer';
import type { Advice } from './errorTable';
import { isCertificateFault } from './fault';
import { isStranger, PROXY_SIGN_IN } from './whoAnswered';

/** What may stand between n8n and a host, which no node can see. */
const SET_PROXY = 'the proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY of n8n names, if one is set';

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
	const { status, fault = 'no whole answer' } = answer;
	if (isCertificateFault(fault)) return badCertificate(host, fault);
	if (status === null) {
		return {
			// The code stands in the advice: n8n replaces a message that holds one.
			message: `No answer came from ${host}.`,
			advice: `The connection ended with ${fault}${whereItBroke(origin, answer)}. Check ${place} and the network.`,
		};
	}
	if (!isStranger(answer)) return null;
	const name = answer.via ? `, which calls itself '${answer.via}',` : '';
	if (status === PROXY_SIGN_IN) {
		return {
			message: `A proxy between n8n and ${host} wants n8n to sign in to it (status ${status}).`,
			advice: `It is the proxy${name} that answered, not ${host}. Check name and password in ${SET_PROXY}, or have the proxy let n8n through to ${host} without.`,
		};
	}
	return {
		message: `${host} answers, but not as Azure Custom Speech (status ${status}).`,
		advice: `Check ${place} against the resource's page in the Azure portal. Something on the way${name} may also answer in its place, such as a proxy, a firewall or a sign-in page of the network: let n8n through to ${host}, and check ${SET_PROXY}.`,
	};
}

/** @param who Whose it is, or seems to be. */
export function badCertificate(who: string, fault: string): Advice {
	return {
		message: `The certificate of ${who} was not accepted.`,
		advice: `The connection ended with ${fault}. A proxy that looks into the traffic may answer in its place: have the administrator of n8n add that proxy's certificate with NODE_EXTRA_CA_CERTS, or let n8n past it.`,
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
