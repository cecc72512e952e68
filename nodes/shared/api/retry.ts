import { PAUSES, POLICIES, type RequestPolicy } from './policies';
import { isTransientStatus } from './serviceError';

export interface Attempt {
	policy: RequestPolicy;
	/** 1 for the first. */
	number: number;
	/** Since the first attempt began. */
	elapsedMs: number;
	/** HTTP status; null when no usable answer came. */
	status: number | null;
	/** Whether something else answered in the place of the service. */
	fromStranger?: boolean;
	/** Seconds, from the answer's `Retry-After`. */
	retryAfter: number | null;
}

/**
 * How long to wait before the next attempt, in milliseconds; null to give up.
 * Throttling is retried by every policy, since a throttled request had no effect.
 *
 * @param random A number from 0 to 1 that spreads retries which began together.
 */
export function retryDelay(attempt: Attempt, random: number): number | null {
	const { policy, number, elapsedMs, status, fromStranger, retryAfter } = attempt;
	const mayPass = status === null || isTransientStatus(status);
	if (!mayPass || (status !== 429 && policy.repeatedAfter === 'throttling')) return null;
	const grown = Math.min(PAUSES.longestMs, PAUSES.firstMs * 2 ** (number - 1));
	const delay = Math.max(grown * (0.5 + random), (retryAfter ?? 0) * 1000 * (1 + 0.1 * random));
	return elapsedMs + delay > patienceOf(policy, status, fromStranger) ? null : Math.round(delay);
}

/** What stands in the way of a request stands in that of the next one, too, so nobody should wait long to hear of it. */
const STRANGER_PATIENCE_MS = POLICIES.ask.silencePatienceMs;

/**
 * Longest time a request is tried for, in milliseconds.
 *
 * @param status HTTP status of the last answer; null when no usable one came.
 * @param fromStranger Whether something else answered in the place of the service.
 */
export function patienceOf(
	policy: RequestPolicy,
	status: number | null,
	fromStranger = false,
): number {
	if (status !== null) return policy.patienceMs;
	const { silencePatienceMs } = policy;
	return fromStranger ? Math.min(silencePatienceMs, STRANGER_PATIENCE_MS) : silencePatienceMs;
}
