import type { IExecuteFunctions } from 'n8n-workflow';

/** Shows a person a piece of advice above the node's output, once per text; older n8n versions have no place for it. */
export function showHints(context: IExecuteFunctions, messages: Iterable<string>): void {
	if (typeof context.addExecutionHints !== 'function') return;
	for (const message of new Set(messages)) {
		context.addExecutionHints({ message, location: 'outputPane', type: 'info' });
	}
}
