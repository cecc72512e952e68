import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../speech/jsonObject';

/**
 * An item without the fields by which one of these nodes has said that it failed in it: one that is led back, and then
 * succeeds, carries no old error. What came in with it under the same names stays, and so does the item given.
 */
export function withoutOldFailure(item: INodeExecutionData): INodeExecutionData {
	const old = new Set(fieldsOfFailure(item.json));
	if (old.size === 0) return item;
	const kept = Object.entries(item.json).filter(([name]) => !old.has(name));
	return { ...item, json: Object.fromEntries(kept) };
}

/** Names of the fields that tell of a failure in one of these nodes; none when nothing shows that one wrote them. */
export function fieldsOfFailure({
	failedIn,
	error,
	summary,
	details,
	wait,
}: IDataObject): string[] {
	const isMarked = typeof failedIn === 'string';
	const waitFailed = outcomeOf(wait) !== null && outcomeOf(wait) !== 'succeeded';
	return [
		...(isMarked ? ['failedIn', 'error'] : []),
		...(isMarked && waitFailed ? ['wait'] : []),
		...(isObject(details) && outcomeOf(details.wait) !== null
			? ['error', 'message', 'details']
			: []),
		...(isOurs(error, summary) ? ['error'] : []),
	];
}

function outcomeOf(wait: unknown): string | null {
	return isObject(wait) && typeof wait.outcome === 'string' ? wait.outcome : null;
}

/** Towards the error output a node that does not wait says what happened in `summary`, and in `error` what to do as well. */
function isOurs(error: unknown, summary: unknown): boolean {
	if (typeof error !== 'string' || typeof summary !== 'string' || summary === '') return false;
	return error === summary || error.startsWith(`${summary} `);
}
