import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { connect } from '../n8n/connect';
import { showHints } from '../n8n/hints';
import { beginCases } from './beginCases';
import { endedItems } from './endedItems';
import { ledByErrors } from './failedItem';
import { readRules } from './readRules';
import { goOnStored } from './stored/goOnStored';
import { storedWaitOf } from './stored/storedWait';
import { storeWait } from './stored/storeWait';
import { reasonToStay, stayHint } from './stored/reasonToStay';
import { waitInProcess } from './waitInProcess';
import { beginWait } from './waitState';
import type { Run, Wait, WaitingNode } from './waitingNode';

/**
 * Runs a node that waits: handles all items, waits for all of them together, and gives them back in order.
 * Order and count never change, for n8n pairs the items of a stored wait by position.
 *
 * @param giveUpAfterDays The node's default for 'Give Up After (Days)'.
 */
export async function runWaiting(
	context: IExecuteFunctions,
	node: WaitingNode,
	giveUpAfterDays: number,
): Promise<INodeExecutionData[][]> {
	const stored = storedWaitOf(context);
	if (stored) return await goOnStored(context, node, stored);
	const run: Run = { context, client: await connect(context) };
	const rules = readRules(context, giveUpAfterDays);
	const { name, onError = 'stopWorkflow' } = context.getNode();
	const items = context.getInputData().map((item) => withoutFailureIn(item, name));
	const cases = await beginCases(run, node, items);
	const state = beginWait(Date.now(), cases);
	const wait: Wait = { ...run, node, rules, items, state, face: { name, onError } };
	const reason = reasonToStay(context, rules);
	if (!(await waitInProcess(wait, reason === null))) {
		const progress = await storeWait(wait);
		if (progress) return [progress];
		await waitInProcess(wait, false);
	}
	if (reason && state.looks > 1) showHints(context, [stayHint(reason)]);
	const ended = await endedItems(wait);
	return [onError === 'continueErrorOutput' ? ledByErrors(ended) : ended];
}

/** An item that failed in this very node may come back to it, such as to go on waiting after a time-out. */
function withoutFailureIn(item: INodeExecutionData, name: string): INodeExecutionData {
	if (item.json.failedIn !== name) return item;
	const json = { ...item.json };
	delete json.failedIn;
	delete json.error;
	return { ...item, json };
}
