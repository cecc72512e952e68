const PATIENCE_MS = 10_000;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a host is this machine: nothing else is ever called but the receivers of web hooks. */
export function isLoopback(hostname: string): boolean {
	return LOOPBACK.has(hostname);
}

/**
 * Ends a call that takes too long, or that is under way when the emulator closes.
 */
export function patience(closing: AbortSignal): AbortSignal {
	return AbortSignal.any([closing, AbortSignal.timeout(PATIENCE_MS)]);
}
