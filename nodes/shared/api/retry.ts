import { isTransientStatus } from './serviceError';

/** Longest time one request is tried for, waits included, while the service answers at all. */
export const PATIENCE_MS = 120_000;
/** The same while no answer comes: a wrong host should be told within moments, and a wait looks again anyway. */
export const SILENCE_PATIENCE_MS = 15_000;

/** The same for a block of an upload: it may take minutes to send, and much has been sent before it. */
export const BLOCK_PATIENCE_MS = 600_000;

/** The same while a person looks at a list that is loading. */
export const WATCHED_PATIENCE_MS = 10_000;

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** Methods that change nothing when they are repeated; a repeated POST trains twice. */
const REPEATABLE = new Set(['GET', 'PUT', 'DELETE']);

export interface Attempt {
	method: string;
	/** 1 for the first. */
	number: number;
	/** Since the first attempt began. */
	elapsedMs: number;
	/** HTTP status; null when no usable answer came. */
	status: number | null;
	/** Seconds, from the answer's `Retry-After`. */
	retryAfter: number | null;
	/** Whether a person is looking on, as in a list of the editor. */
	isWatched?: boolean;
}

/**
 * How long to wait before the next attempt, in milliseconds; null to give up.
 * Throttling is retried for every method, since a throttled request had no effect;
 * everything else only for methods that may be repeated.
 *
 * @param random A number from 0 to 1 that spreads retries which began together.
 */
export function retryDelay(attempt: Attempt, random: number): number | null {
	const { method, number, elapsedMs, status, retryAfter } = attempt;
	const worthwhile = status === null || isTransientStatus(status);
	if (!worthwhile || (status !== 429 && !REPEATABLE.has(method))) return null;
	const grown = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (number - 1));
	const delay = Math.max(grown * (0.5 + random), (retryAfter ?? 0) * 1000 * (1 + 0.1 * random));
	const patience = attempt.isWatched ? WATCHED_PATIENCE_MS : patienceFor(method, status);
	return elapsedMs + delay > patience ? null : Math.round(delay);
}

/**
 * Longest time a request is tried for, in milliseconds, while nobody looks on. Only blocks are sent by PUT.
 *
 * @param status HTTP status; null when no usable answer came.
 */
export function patienceFor(method: string, status: number | null): number {
	if (method === 'PUT') return BLOCK_PATIENCE_MS;
	return status === null ? SILENCE_PATIENCE_MS : PATIENCE_MS;
}
