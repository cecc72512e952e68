/** The automatic plan leaves so much time for each request: 20 executions that begin together stay within what a resource allows. */
const MS_FOR_A_REQUEST = 5_000;
const LATEST_MS = 600_000;
/** n8n searches its database for executions that are due once a minute: what is due sooner than this comes late, and all at once. */
const SOONEST_STORED_MS = 90_000;
/** Polls that come due together are what brings an n8n down, so they are spread by this much to either side. */
const JITTER = 0.25;

/** Where a wait stands when its next poll is planned. */
export interface PollTiming {
	waitedMs: number;
	leftMs: number;
	/** How many requests a poll takes. */
	requests: number;
	/** Seconds the service asked to wait; 0 for nothing asked. */
	retryAfter: number;
	/** A fixed interval in place of the growing one; null for automatic. */
	checkEverySeconds: number | null;
	/** Whether n8n wakes the poll from its database; left out, it is slept for in process. */
	stored?: boolean;
}

/**
 * How long until the next poll, in milliseconds: about a tenth of the wait so far, from 5 seconds for each request
 * to 10 minutes, spread by a quarter to either side, never sooner than the service asks, and never beyond the deadline.
 *
 * @param random A number from 0 to 1.
 */
export function nextPollDelay(facts: PollTiming, random: number): number {
	const { waitedMs, leftMs, requests, retryAfter, checkEverySeconds, stored = false } = facts;
	const grown = Math.min(LATEST_MS, Math.max(requests * MS_FOR_A_REQUEST, waitedMs / 10));
	const wanted = checkEverySeconds === null ? grown : checkEverySeconds * 1000;
	const planned = Math.max(wanted, stored ? SOONEST_STORED_MS : 0);
	const spread = planned * (1 - JITTER + 2 * JITTER * random);
	const asked = retryAfter * 1000;
	// What the service asks for is spread to later only.
	const delay = spread >= asked ? spread : asked * (1 + JITTER * random);
	return Math.round(Math.max(0, Math.min(delay, leftMs)));
}
