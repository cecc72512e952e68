import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { ledToErrorOutput } from '../n8n/items';
import type { Failure } from './waitState';
import type { Face } from './waitingNode';

const FAILED_KEYS = ['error', 'message', 'details'];

/**
 * An item that failed in a node that waits, as plain data: after a stored wait nothing else comes through.
 *
 * Towards the error output it has the keys `error`, `message` and `details` only. Every n8n that stores waits takes
 * an item there by exactly these, and lays them over the item that came in (n8n-core, handleNodeErrorOutput).
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

/** The items of a wait in process. An n8n as old as 2.0 knows no `details`, and a failed item only by an error beside its JSON. */
export function ledByErrors(items: INodeExecutionData[]): INodeExecutionData[] {
	return items.map((item) => {
		const { error } = item.json;
		const isFailed = Object.keys(item.json).every((key) => FAILED_KEYS.includes(key));
		return error && isFailed ? ledToErrorOutput(item, { message: String(error) }) : item;
	});
}
