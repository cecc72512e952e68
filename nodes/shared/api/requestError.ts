import type { Connection } from './connection';
import { explainDoor, explainError } from './errorAdvice';
import { parseErrorBody, shapeOf } from './errorBody';
import type { Advice } from './errorTable';
import { isSuccess, type Answer } from './answer';
import { isCertificateFault } from './fault';
import { explainWay } from './onTheWay';
import { LIMIT, POLICIES, type RequestPolicy } from './policies';
import { patienceOf } from './retry';
import { isTransientStatus, ServiceError, type ServiceErrorFacts } from './serviceError';
import { explainSignIn } from './signInAdvice';
import { isStranger, saysAbsent, statusOfService } from './whoAnswered';

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
	const status = statusOfService(answer);
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
		message: `Too many requests to ${new URL(origin).host} are queued in n8n.`,
		advice: `A Speech resource accepts ${requests} requests in ${windowMs / 1000} seconds, and running executions use them up. Try again in a moment.`,
		status: 429,
	});
}

function explain({ origin }: Connection, policy: RequestPolicy, answer: Answer): ServiceErrorFacts {
	const { status, signIn } = answer;
	if (signIn) return { ...explainSignIn(answer), ...(status !== null && { status }) };
	if (status !== null && status < 400) return malformed(new URL(origin).host, status, answer);
	const way = explainWay(origin, "the credential's region or endpoint", answer);
	if (way === null) return refusal(origin, policy, answer);
	const isSilent = status === null;
	const { message, advice } = way;
	return {
		kind: isSilent ? 'unreachable' : 'malformed',
		message,
		advice: isCertificateFault(answer.fault ?? '') ? advice : advice + patienceIn(policy, answer),
		...(!isSilent && { status }),
	};
}

function patienceIn(policy: RequestPolicy, answer: Answer): string {
	const seconds = patienceOf(policy, statusOfService(answer), isStranger(answer)) / 1000;
	return ` Without a response, a request is retried for at most ${seconds} seconds.`;
}

/** For a success whose body is nothing this API sends. */
function malformed(host: string, status: number, { json, excess }: Answer): ServiceErrorFacts {
	if (excess !== undefined) {
		return {
			kind: 'malformed',
			message: `${host} sent a response that cannot be read: it is ${excess}.`,
			advice:
				'Azure Custom Speech never responds like that. Check the endpoint in the credential. A proxy may be responding instead.',
			status,
		};
	}
	return isObjectOrList(json?.value)
		? {
				kind: 'malformed',
				message: `${host} responded with JSON in an unknown format (status ${status}).`,
				advice:
					"Try again later. Compare the endpoint in the credential with the resource's 'Keys and Endpoint' page: it may belong to another service.",
				status,
			}
		: {
				kind: 'malformed',
				message: `${host} responded with something other than JSON (status ${status}).`,
				advice:
					'Check the endpoint in the credential. A proxy or sign-in page may be responding instead.',
				status,
			};
}

/** Whether an answer is an object or list in JSON, so that no proxy's page stands in its place. */
function isObjectOrList(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}

function refusal(origin: string, policy: RequestPolicy, answer: Answer): ServiceErrorFacts {
	const { body, retryAfter } = answer;
	const status = answer.status ?? 0;
	const { code, message } = parseErrorBody(body);
	const absent = saysAbsent(answer);
	const isGateway = shapeOf(body)?.kind === 'gateway';
	const isWrongPlace = status === 404 && isGateway && explainDoor(status, code, message) === null;
	const explained = isWrongPlace
		? wrongPlace(new URL(origin).host, message)
		: explainError(status, code, message);
	const asked = retryAfter ? ` It asked to wait ${retryAfter} seconds.` : '';
	const patience = isTransientStatus(status)
		? ` A request is retried for at most ${patienceOf(policy, status) / 1000} seconds.`
		: '';
	return {
		kind: 'refused',
		message: explained.message,
		advice: explained.advice + asked + patience,
		status,
		retryAfter,
		...(absent && { absent }),
		...(code && { code }),
	};
}

/** For a 404 of the gateway: it is not about an entity. */
function wrongPlace(host: string, said: string | null): Advice {
	return {
		message: `${host} does not have Azure Custom Speech at this address.`,
		advice: `Check the region or endpoint in the credential: it may belong to another kind of resource, or to a region without custom speech.${said ? ` Azure says: ${said}` : ''}`,
	};
}
