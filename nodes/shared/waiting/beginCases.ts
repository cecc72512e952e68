import type { INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../api/cancel';
import { continuesOnFail, refuseFailedItem } from '../n8n/items';
import { toNodeError } from '../n8n/nodeErrors';
import { failureOf } from './failure';
import type { CaseWait, Failure } from './waitState';
import type { Run, WaitingNode } from './waitingNode';

/** Why an item was left alone. */
export const NOT_BEGUN: Failure = {
	message: 'The item was not begun, because one before it failed.',
	advice: 'Run the workflow again once that is mended.',
};

/**
 * Begins the items one after the other. One that fails becomes a failed case under one of the Continue settings of the node.
 *
 * @returns a case for each item, also when *Stop Workflow* has kept the last ones from being begun.
 * @throws under *Stop Workflow* for the first item that fails, unless something begun before it is to be seen through.
 */
export async function beginCases(
	run: Run,
	node: WaitingNode,
	items: INodeExecutionData[],
): Promise<CaseWait[]> {
	const { context } = run;
	if (items.length > 1 && !continuesOnFail(context)) await checkAll(run, node, items);
	const cases: CaseWait[] = [];
	for (const [itemIndex, input] of items.entries()) {
		try {
			refuseFailedItem(input);
			cases.push({ ...(await node.begin(run, itemIndex)), failure: null });
		} catch (thrown) {
			throwIfCancelled(cancelSignal(context));
			const error = toNodeError(context.getNode(), thrown, itemIndex);
			const isToGoOn = continuesOnFail(context);
			if (!isToGoOn && !(node.isSeenThrough && cases.some(({ job }) => job))) throw error;
			cases.push(failedCase(failureOf(context.getNode(), error)));
			if (!isToGoOn) break;
		}
	}
	return items.map((_item, itemIndex) => cases[itemIndex] ?? failedCase(NOT_BEGUN));
}

async function checkAll(run: Run, node: WaitingNode, items: INodeExecutionData[]): Promise<void> {
	if (!node.check) return;
	for (const [itemIndex, input] of items.entries()) {
		try {
			refuseFailedItem(input);
			await node.check(run, itemIndex);
		} catch (thrown) {
			throwIfCancelled(cancelSignal(run.context));
			throw toNodeError(run.context.getNode(), thrown, itemIndex);
		}
	}
}

function failedCase(failure: Failure): CaseWait {
	return { job: null, memo: {}, failure };
}
