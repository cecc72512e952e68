import type { Connection } from './connection';
import { explainError } from './errorAdvice';
import { parseErrorBody } from './errorBody';
import { isSuccess, type Answer } from './answer';
import { isCertificateFault } from './fault';
import { LIMIT, POLICIES, type RequestPolicy } from './policies';
import { patienceOf } from './retry';
import { ServiceError, type ServiceErrorFacts } from './serviceError';

/**
 * The error for a request that is given up.
 *
 * @param answer The last one.
 * @param tries How often the request was sent.
 */
export function requestError(
	{ connection, policy: name }: { connection: Connection; policy: keyof typeof POLICIES },
	answer: Answer,
	tries: number,
): ServiceError {
	const policy: RequestPolicy = POLICIES[name];
	const { status } = answer;
	// A change that got no good answer may have had its effect all the same; without a token none was sent.
	const lost = status === null || status >= 500 || isSuccess(answer);
	const uncertain = policy.repeatedAfter === 'throttling' && lost && !answer.signIn;
	const facts = explain(connection, policy, answer);
	const tried = tries > 1 ? ` Tried ${tries} times.` : '';
	return new ServiceError({ ...facts, message: facts.message + tried, uncertain });
}

/** The error for a request whose turn did not come in time, so that it was not sent. */
export function crowdedError({ origin }: Connection): ServiceError {
	const { requests, windowMs } = LIMIT;
	return new ServiceError({
		kind: 'refused',
		message: `Too many requests to ${new URL(origin).host} are waiting in n8n.`,
		advice: `A Speech resource takes ${requests} requests in ${windowMs / 1000} seconds, and running executions use them up. Try again in a moment.`,
		status: 429,
	});
}

function explain({ origin }: Connection, policy: RequestPolicy, answer: Answer): ServiceErrorFacts {
	const { host } = new URL(origin);
	const { status, signIn, fault, excess } = answer;
	if (signIn) return signInFailure(answer);
	if (isCertificateFault(fault ?? '')) {
		return {
			kind: 'unreachable',
			message: `The certificate of ${host} was not accepted.`,
			advice: `The connection ended with ${fault}. A proxy that looks into the traffic may answer in its place: have the administrator of n8n add that proxy's certificate with NODE_EXTRA_CA_CERTS, or let n8n past it.`,
		};
	}
	if (status === null) {
		return {
			kind: 'unreachable',
			// The code stands in the advice: n8n replaces a message that holds one.
			message: `No answer came from ${host}.`,
			advice: `The connection ended with ${fault}. Check the credential's region or endpoint and the network. Without an answer a request is tried again for at most ${patienceOf(policy, null) / 1000} seconds.`,
		};
	}
	if (excess !== undefined) {
		return {
			kind: 'malformed',
			message: `${host} sent an answer that cannot be read: it is ${excess}.`,
			advice:
				"No answer of Azure Custom Speech is like that. Check the credential's endpoint; a proxy may be answering instead.",
			status,
		};
	}
	if (status < 400) {
		return isObjectOrList(answer.json?.value)
			? {
					kind: 'malformed',
					message: `${host} answered with JSON in another form than this API promises (status ${status}).`,
					advice:
						"Try again later. Check the credential's endpoint against the resource's 'Keys and Endpoint' page: it may be that of another service.",
					status,
				}
			: {
					kind: 'malformed',
					message: `${host} answered with something that is not JSON of this service (status ${status}).`,
					advice:
						"Check the credential's endpoint; a proxy or sign-in page may be answering instead.",
					status,
				};
	}
	return refusal(status, policy, answer);
}

/** Whether an answer is an object or list in JSON, so that no proxy's page stands in its place. */
function isObjectOrList(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}

function refusal(
	status: number,
	policy: RequestPolicy,
	{ body, retryAfter }: Answer,
): ServiceErrorFacts {
	const { code, message } = parseErrorBody(body);
	const explained = explainError(status, code, message);
	const asked = retryAfter ? ` It asked to wait ${retryAfter} seconds.` : '';
	const patience =
		status === 429 || status >= 500
			? ` A request is tried again for at most ${patienceOf(policy, status) / 1000} seconds.`
			: '';
	return {
		kind: 'refused',
		message: explained.message,
		advice: explained.advice + asked + patience,
		status,
		retryAfter,
		...(code && { code }),
	};
}

function signInFailure({ status, fault }: Answer): ServiceErrorFacts {
	if (status === null) {
		return {
			kind: 'unreachable',
			message: 'No answer came from the sign-in host of Microsoft Entra ID.',
			advice: `The connection ended with ${fault}. Check 'Cloud' and 'Authority URL' in the credential, and the network.`,
		};
	}
	return {
		kind: 'refused',
		message: 'Microsoft Entra ID gave no token.',
		advice:
			"Check 'Tenant ID', 'Client ID' and 'Client Secret' in the credential. With the grant type Authorization Code, connect the credential first.",
		status,
	};
}
