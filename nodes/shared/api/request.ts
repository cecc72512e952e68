import type { IHttpRequestMethods } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from './cancel';
import type { Connection } from './connection';
import {
	exchange,
	isSuccess,
	isWatched,
	type Answer,
	type Body,
	type CallContext,
} from './exchange';
import { failureOf } from './failure';
import { pause } from './pause';
import { retryDelay } from './retry';
import type { Accepts } from './shapes';

export interface Reply<T> {
	body: T;
	/** Seconds the service asks to wait before it is asked again about unfinished work. */
	retryAfter: number | null;
}

/**
 * The one way to the service: sends a request, tries again where that is safe, and gives the parsed answer.
 * Waits end early when the execution is cancelled.
 *
 * @param url Must already be known to be on the credential's own host.
 * @param accepts Tells a body of this API from anything else; a body it refuses counts as no answer.
 * @throws ServiceError when no good answer came within two minutes, or the service refused.
 */
export async function request<T>(
	context: CallContext,
	connection: Connection,
	method: IHttpRequestMethods,
	url: string,
	accepts: Accepts,
	body?: Body,
): Promise<Reply<T>> {
	const signal = cancelSignal(context);
	const begun = Date.now();
	for (let number = 1; ; number++) {
		throwIfCancelled(signal);
		const answer = await exchange(context, connection, method, url, body);
		throwIfCancelled(signal);
		const reply = readReply<T>(answer, accepts);
		if (reply) return reply;
		const elapsedMs = Date.now() - begun;
		const { retryAfter } = answer;
		const status = isSuccess(answer) ? null : answer.status;
		const attempt = {
			method,
			number,
			elapsedMs,
			status,
			retryAfter,
			isWatched: isWatched(context),
		};
		const delay = retryDelay(attempt, Math.random());
		if (delay === null) throw failureOf(connection, method, answer, number);
		await pause(delay, signal);
	}
}

function readReply<T>(answer: Answer, accepts: Accepts): Reply<T> | null {
	if (!isSuccess(answer)) return null;
	const { body, retryAfter } = answer;
	try {
		const parsed: unknown = body === '' ? undefined : JSON.parse(body);
		return accepts(parsed) ? { body: parsed as T, retryAfter } : null;
	} catch {
		return null;
	}
}
