import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from './waitState';
import type { Face } from './waitingNode';

/**
 * An item that failed in a node that waits, as plain data: after a stored wait nothing else comes through.
 *
 * Towards the error output it has the keys `error`, `message` and `details` only. n8n 2.41 takes an item there by
 * exactly these, and lays them over the item that came in (n8n-core, handleNodeErrorOutput).
 *
 * @param gained What was found out all the same.
 */
export function failedItem(
	{ name, onError }: Face,
	input: INodeExecutionData,
	itemIndex: number,
	{ message, advice }: Failure,
	gained: IDataObject,
): INodeExecutionData {
	const error = [message, advice].filter(Boolean).join(' ');
	// Told anew, for a wait that came in with the item was another one.
	const told = { wait: { outcome: 'failed' }, ...gained, summary: message };
	const json =
		onError === 'continueErrorOutput'
			? { error, message, details: told }
			: { ...input.json, ...told, error, failedIn: name };
	return {
		json,
		...(input.binary && { binary: input.binary }),
		pairedItem: { item: itemIndex },
	};
}
