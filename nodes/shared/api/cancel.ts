import type { CallContext } from './callContext';

/** The signal that a person has stopped the execution; list searches have none. */
export function cancelSignal(context: CallContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** Ends the work at hand once the execution is stopped. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
	// n8n tells a stopped execution from a failed one by this word.
	if (signal?.aborted) throw new Error('The execution was canceled');
}
