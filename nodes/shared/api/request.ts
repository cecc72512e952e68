import type { Reader } from '../speech/shapes/readers';
import { isSuccess, type Answer } from './answer';
import { cancelSignal, throwIfCancelled } from './cancel';
import type { Connection } from './connection';
import type { CallContext } from './callContext';
import { exchange } from './exchange';
import { pause } from './pause';
import { POLICIES, SHORTEST_TRY_MS, type RequestPolicy } from './policies';
import { governorOf, nextPlace } from './rateGovernor';
import { crowdedError, requestError } from './requestError';
import { retryDelay } from './retry';
import { isStranger, statusOfService } from './whoAnswered';

/** What is sent, and by which policy: what may not be repeated can only be sent by one that does not repeat it. */
export type Sendable =
	| { method: 'GET'; policy: 'ask' | 'listInEditor'; body?: undefined }
	| { method: 'DELETE'; policy: 'ask'; body?: undefined }
	| { method: 'POST' | 'PATCH'; policy: 'change'; body: object }
	| { method: 'PUT'; policy: 'upload'; body: Buffer };

/** One request to the service. */
export type ServiceRequest<T = unknown> = Sendable & {
	context: CallContext;
	connection: Connection;
	/** Must already be known to be on the credential's own host. */
	url: string;
	/** Reads what was asked for out of the body; a body that cannot be read counts as no answer. */
	read: Reader<T>;
};

export interface Reply<T> {
	body: T;
	/** Seconds the service asks to wait before it is asked again about unfinished work. */
	retryAfter: number | null;
}

/**
 * The one way to the service: sends a request when the resource's limit allows it, tries again where its policy says so,
 * and gives the parsed answer. Waits end early when the execution is cancelled.
 *
 * @throws ServiceError when no good answer came in the time of the policy, or the service refused.
 */
export async function request<T>(sent: ServiceRequest<T>): Promise<Reply<T>> {
	const signal = cancelSignal(sent.context);
	const policy = POLICIES[sent.policy];
	const place = nextPlace();
	let begun: number | null = null;
	for (let number = 1; ; number++) {
		throwIfCancelled(signal);
		const turn = await governorOf(sent.connection.origin).turn({
			place,
			turnMs: policy.turnMs,
			signal,
		});
		throwIfCancelled(signal);
		if (turn === null) throw crowdedError(sent.connection);
		begun ??= Date.now();
		const answer = await exchange(sent, timeForTry(policy, Date.now() - begun));
		turn.over(answer.status === 429 ? (answer.retryAfter ?? 0) : 0);
		throwIfCancelled(signal);
		const reply = readReply(answer, sent.read);
		if (reply) return reply;
		// What is too much would be so again.
		if (answer.excess) throw requestError(sent, answer, number);
		const elapsedMs = Date.now() - begun;
		const { retryAfter } = answer;
		const status = statusOfService(answer);
		const fromStranger = isStranger(answer);
		const attempt = { policy, number, elapsedMs, status, fromStranger, retryAfter };
		const delay = retryDelay(attempt, Math.random());
		if (delay === null) throw requestError(sent, answer, number);
		await pause(delay, signal);
	}
}

/** Longest time for the next answer. A change is never cut short: it may have its effect all the same. */
function timeForTry(policy: RequestPolicy, elapsedMs: number): number {
	const { timeoutMs, patienceMs, repeatedAfter } = policy;
	if (repeatedAfter === 'throttling') return timeoutMs;
	return Math.min(timeoutMs, Math.max(patienceMs - elapsedMs, SHORTEST_TRY_MS));
}

function readReply<T>(answer: Answer, read: Reader<T>): Reply<T> | null {
	const { json, retryAfter } = answer;
	if (!isSuccess(answer) || !json) return null;
	const body = read(json.value, () => {});
	return body === undefined ? null : { body, retryAfter };
}
