/** How much later n8n's own clock ends a request, which starts anew with every byte. */
const SLACK_MS = 1_000;

/**
 * Options by which the body is handed over as it comes in and the connection is closed by a signal.
 *
 * n8n's client has no longest size, and its time-out counts from the last byte. In an execution it puts the signal of
 * the execution in the place of `abortSignal`, and it drops the 401 for which it renews a token without reading or
 * closing it: only the socket's own signal reaches both. Source: n8n-core 2.41, request-helpers.
 */
export function bounded(signal: AbortSignal, milliseconds: number) {
	return {
		encoding: 'stream',
		returnFullResponse: true,
		abortSignal: signal,
		// A connection of its own: the signal must close no other request.
		agentOptions: { signal, keepAlive: false },
		timeout: milliseconds + SLACK_MS,
	} as const;
}
