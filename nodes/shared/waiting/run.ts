import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../api/cancel';
import { pause } from '../api/pause';
import { connect } from '../n8n/connect';
import { showHints } from '../n8n/hints';
import { continuesOnFail, refuseFailedItem } from '../n8n/items';
import { toNodeError } from '../n8n/nodeErrors';
import type { Entity } from '../speech/entities';
import { beginState, begunCase, type Case } from './case';
import { failureOfThrown } from './explain';
import { delayToNextPoll, isWaitOver, poll } from './poll';
import { endedResults, itemsInProcess } from './results';
import { readRules } from './rules';
import { storedStep } from './stored/envelope';
import { resumeStoredWait } from './stored/resume';
import { refuseSecondCall } from './stored/siblings';
import { placeOfWait, stayHint, storeWait } from './stored/store';
import type { Run, Wait, WaitingNode } from './waitingNode';

/** How long a wait stays in process in any case: short jobs are over by then. */
const FIRST_MINUTE_MS = 60_000;

/**
 * Runs a node that waits: handles all items, waits for all of them together, and gives them back in order.
 * Order and count never change, for n8n pairs the items of a stored wait by position.
 *
 * @param giveUpAfterDays The node's default for 'Give Up After (Days)'.
 */
export async function runWaiting<Memo, E extends Entity>(
	context: IExecuteFunctions,
	node: WaitingNode<Memo, E>,
	giveUpAfterDays: number,
): Promise<INodeExecutionData[][]> {
	const step = storedStep(context);
	if (step) return await resumeStoredWait(context, node, step);
	await refuseSecondCall(context);
	const run: Run = { context, client: await connect(context) };
	const rules = readRules(context, giveUpAfterDays);
	const { name, onError = 'stopWorkflow' } = context.getNode();
	const identity = { name, onError };
	const items = context.getInputData().map((item) => withoutFailureIn(item, name));
	const cases = await beginCases(run, node, items);
	const state = beginState(Date.now(), cases);
	const wait: Wait<Memo, E> = { ...run, node, identity, items, rules, state };
	const place = placeOfWait(context, rules);
	if (!(await waitInProcess(wait, place.kind === 'stored'))) {
		const progress = await storeWait(wait);
		if (progress) return [progress];
		await waitInProcess(wait, false);
	}
	if (place.kind === 'inProcess' && place.reason !== null && wait.state.polls > 1) {
		showHints(context, [stayHint(place.reason)]);
	}
	return [itemsInProcess(await endedResults(wait), identity)];
}

/**
 * Waits in process, the first poll coming at once, until every job has ended or the wait is better stored.
 *
 * @param mayBeStored Whether the wait can go on as a stored execution after its first minute.
 * @returns whether it is over; false leaves it to be stored.
 * @throws when the execution is cancelled.
 */
export async function waitInProcess<Memo, E extends Entity>(
	wait: Wait<Memo, E>,
	mayBeStored: boolean,
): Promise<boolean> {
	while (!isWaitOver(wait)) {
		await poll(wait);
		if (isWaitOver(wait)) break;
		const delay = delayToNextPoll(wait);
		if (mayBeStored && isBetterStored(wait, delay)) return false;
		await pause(delay, cancelSignal(wait.context));
	}
	return true;
}

/** A wait about to end is not worth storing: n8n may take a minute to wake it. */
function isBetterStored<Memo, E extends Entity>(
	{ state, rules }: Wait<Memo, E>,
	delay: number,
): boolean {
	const waitedMs = Date.now() - state.startedAt;
	const leftMs = rules.giveUpAfterMs - waitedMs;
	return waitedMs + delay > FIRST_MINUTE_MS && leftMs > 2 * FIRST_MINUTE_MS;
}

/** An item that failed in this very node may come back to it, such as to go on waiting after a time-out. */
function withoutFailureIn(item: INodeExecutionData, name: string): INodeExecutionData {
	if (item.json.failedIn !== name) return item;
	const json = { ...item.json };
	delete json.failedIn;
	delete json.error;
	return { ...item, json };
}

/**
 * Begins the items one after the other. One that fails becomes a failed case under one of the Continue settings of the node.
 *
 * @returns a case for each item, also when *Stop Workflow* has kept the last ones from being begun.
 * @throws under *Stop Workflow* for the first item that failed, unless something begun before it is to be seen through.
 */
async function beginCases<Memo, E extends Entity>(
	run: Run,
	node: WaitingNode<Memo, E>,
	items: INodeExecutionData[],
): Promise<Array<Case<Memo, E>>> {
	const { context } = run;
	if (items.length > 1 && !continuesOnFail(context)) await checkAll(run, node, items);
	const cases: Array<Case<Memo, E>> = [];
	for (const [itemIndex, input] of items.entries()) {
		try {
			refuseFailedItem(input);
			cases.push(begunCase(await node.begin(run, itemIndex)));
		} catch (thrown) {
			throwIfCancelled(cancelSignal(context));
			const error = toNodeError(context.getNode(), thrown, itemIndex);
			const isToGoOn = continuesOnFail(context);
			const isSeenThrough = node.isSeenThrough && cases.some(({ kind }) => kind === 'waiting');
			if (!isToGoOn && !isSeenThrough) throw error;
			const failure = failureOfThrown(context.getNode(), error);
			cases.push({ kind: 'failed', failure, after: null });
			if (!isToGoOn) break;
		}
	}
	return items.map((_item, itemIndex) => cases[itemIndex] ?? { kind: 'notBegun' });
}

async function checkAll<Memo, E extends Entity>(
	run: Run,
	node: WaitingNode<Memo, E>,
	items: INodeExecutionData[],
): Promise<void> {
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
