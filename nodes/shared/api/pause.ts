import { sleep } from 'n8n-workflow';

import { throwIfCancelled } from './cancel';

/** Longest sleep before the cancel signal is looked at; an older `sleep` ignores the signal. */
const SLICE_MS = 5_000;

/**
 * Waits the given milliseconds.
 *
 * @throws within 5 s when the execution is cancelled.
 */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + milliseconds;
	for (let left = milliseconds; left > 0; left = end - Date.now()) {
		throwIfCancelled(signal);
		await sleep(Math.min(left, SLICE_MS), signal).catch(() => throwIfCancelled(signal));
	}
	throwIfCancelled(signal);
}
