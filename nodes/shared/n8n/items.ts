import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal } from '../api/cancel';
import { InputError } from '../speech/inputError';
import { fullText, toNodeError, type NodeFailure } from './nodeErrors';
import { fieldsOfFailure, withoutOldFailure } from './oldFailure';

/**
 * A node's own fields, `summary` first, before those that came in: n8n's Table view shows only the first columns. What the
 * node writes replaces what came in under the same name.
 */
export function ownFirst(incoming: IDataObject, own: IDataObject): IDataObject {
	const lead = 'summary' in own ? { summary: own.summary } : {};
	// A key keeps the place where it is written first, and the value that is written last.
	return { ...lead, ...own, ...incoming, ...own };
}

/** An item of a list that the node starts itself: nothing that came in, only the item it is paired with. */
export function listedItem(itemIndex: number, own: IDataObject): INodeExecutionData {
	return { json: ownFirst({}, own), pairedItem: { item: itemIndex } };
}

/**
 * An item that keeps all that came in, but no old failure in one of these nodes, and gains the node's own keys; the input
 * itself stays untouched.
 */
export function grownItem(
	input: INodeExecutionData,
	itemIndex: number,
	added: IDataObject,
): INodeExecutionData {
	return {
		json: ownFirst(withoutOldFailure(input).json, added),
		...(input.binary && { binary: input.binary }),
		pairedItem: { item: itemIndex },
	};
}

/**
 * An item that failed: its input intact, what was found out, and the reason as `json.error`.
 * Under *Continue (using error output)* n8n moves it there.
 */
export function itemWithError(
	context: IExecuteFunctions,
	itemIndex: number,
	error: NodeFailure,
	added: IDataObject = {},
): INodeExecutionData {
	const input = context.getInputData()[itemIndex];
	const { name, onError } = context.getNode();
	const reported = { summary: error.message, error: fullText(error), ...added };
	// Among good items a failed one must be known by the nodes that follow.
	if (onError !== 'continueErrorOutput')
		return grownItem(input, itemIndex, { ...reported, failedIn: name });
	// n8n lays the item over what came in; an old failure is to come through neither way.
	const old = Object.fromEntries(fieldsOfFailure(input.json).map((field) => [field, undefined]));
	return ledToErrorOutput(grownItem(input, itemIndex, { ...old, ...reported }), error);
}

/** The same item, which n8n moves to the error output; survives no storing. */
export function ledToErrorOutput(
	item: INodeExecutionData,
	error: { message: string },
): INodeExecutionData {
	// n8n routes by `error`, but empties the item when it still finds one after that; this one is lost on its way.
	return Object.defineProperty(item, 'error', { value: error, enumerable: false });
}

/** What comes of an item, or what is still to be done for it once all items are as far. */
type Handled = INodeExecutionData[] | (() => Promise<INodeExecutionData[]>);

/**
 * Handles items one after the other. An item that fails stops the run,
 * or under one of the Continue settings of the node becomes an error item and leaves its siblings alone.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	handle: (itemIndex: number) => Promise<Handled>,
): Promise<INodeExecutionData[]> {
	const handled: Handled[] = [];
	for (const [itemIndex, input] of context.getInputData().entries()) {
		const task = async () => {
			refuseFailedItem(input, context.getNode().name);
			return await handle(itemIndex);
		};
		handled.push(await orErrorItem(context, itemIndex, task));
	}
	const results: INodeExecutionData[] = [];
	for (const [itemIndex, one] of handled.entries()) {
		const items = typeof one === 'function' ? await orErrorItem(context, itemIndex, one) : one;
		for (const item of items) results.push(item);
	}
	return results;
}

async function orErrorItem<Result extends Handled>(
	context: IExecuteFunctions,
	itemIndex: number,
	task: () => Promise<Result>,
): Promise<Result | INodeExecutionData[]> {
	try {
		return await task();
	} catch (thrown) {
		const error = toNodeError(context.getNode(), thrown, itemIndex);
		if (!continuesOnFail(context)) throw error;
		return [itemWithError(context, itemIndex, error)];
	}
}

/**
 * Keeps an item that failed in one of these nodes, and went on under *Continue*, from being taken for a good case. Only
 * the node it failed in takes it, for another try.
 *
 * @param name Of the node that the item comes into.
 * @throws InputError naming the node it failed in.
 */
export function refuseFailedItem({ json }: INodeExecutionData, name: string): void {
	if (typeof json.failedIn !== 'string' || json.failedIn === name) return;
	throw new InputError(
		`The incoming item failed in '${json.failedIn}'.`,
		`Set 'On Error' of that node to Continue (Using Error Output), so that failed items take a separate path.`,
	);
}

/** Whether failed items go on as items; never once the person has stopped the execution. */
export function continuesOnFail(context: IExecuteFunctions): boolean {
	return context.continueOnFail() && !cancelSignal(context)?.aborted;
}
