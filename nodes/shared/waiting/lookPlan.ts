/** Soonest and latest next look of the automatic plan, in milliseconds. */
const SOONEST_MS = 2_000;
const LATEST_MS = 600_000;
/** Looks that come due together are what brings an n8n down, so they are spread by this much to either side. */
const JITTER = 0.25;

/**
 * How long until the next look, in milliseconds: about a tenth of the wait so far, from 2 seconds to 10 minutes,
 * spread by a quarter to either side, never sooner than the service asks, and never beyond the deadline.
 *
 * @param retryAfter Seconds the service asked to wait; 0 for nothing asked.
 * @param checkEverySeconds A fixed interval in place of the growing one; null for automatic.
 * @param random A number from 0 to 1.
 */
export function nextLookDelay(
	wait: {
		waitedMs: number;
		leftMs: number;
		retryAfter: number;
		checkEverySeconds: number | null;
	},
	random: number,
): number {
	const { waitedMs, leftMs, retryAfter, checkEverySeconds } = wait;
	const grown = Math.min(LATEST_MS, Math.max(SOONEST_MS, waitedMs / 10));
	const planned = checkEverySeconds === null ? grown : checkEverySeconds * 1000;
	const spread = planned * (1 - JITTER + 2 * JITTER * random);
	const asked = retryAfter * 1000;
	// What the service asks for is spread to later only.
	const delay = spread >= asked ? spread : asked * (1 + JITTER * random);
	return Math.round(Math.max(0, Math.min(delay, leftMs)));
}
