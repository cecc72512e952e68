import { cancelSignal } from '../api/cancel';
import { pause } from '../api/pause';
import { delayToNextLook, isWaitOver, look } from './look';
import type { Wait } from './waitingNode';

/** How long a wait stays in process in any case: short jobs are over by then. */
const FIRST_MINUTE_MS = 60_000;

/**
 * Waits in process, the first look coming at once, until every job has ended or the wait is better stored.
 *
 * @param mayBeStored Whether the wait can go on as a stored execution after its first minute.
 * @returns whether it is over; false leaves it to be stored.
 * @throws when the execution is cancelled.
 */
export async function waitInProcess(wait: Wait, mayBeStored: boolean): Promise<boolean> {
	while (!isWaitOver(wait)) {
		await look(wait);
		if (isWaitOver(wait)) break;
		const delay = delayToNextLook(wait);
		if (mayBeStored && isBetterStored(wait, delay)) return false;
		await pause(delay, cancelSignal(wait.context));
	}
	return true;
}

/** A wait about to end is not worth storing: n8n may take a minute to wake it. */
function isBetterStored({ state, rules }: Wait, delay: number): boolean {
	const waitedMs = Date.now() - state.startedAt;
	const leftMs = rules.giveUpAfterMs - waitedMs;
	return waitedMs + delay > FIRST_MINUTE_MS && leftMs > 2 * FIRST_MINUTE_MS;
}
