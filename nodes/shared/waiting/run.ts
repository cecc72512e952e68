import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../api/cancel';
import { pause } from '../api/pause';
import { settleTwins } from '../api/twins';
import { connect } from '../n8n/connect';
import { showFound } from '../n8n/foundHint';
import { showHints } from '../n8n/hints';
import { continuesOnFail, refuseFailedItem } from '../n8n/items';
import { toNodeError } from '../n8n/nodeErrors';
import { withoutOldFailure } from '../n8n/oldFailure';
import type { Entity } from '../speech/entities';
import { beginState, begunCase, type Case, type Failed } from './case';
import { failureOfThrown } from './explain';
import { delayToNextPoll, isWaitOver, poll } from './poll';
import { endedResults, itemsInProcess } from './results';
import { readRules } from './rules';
import { storedStep } from './stored/envelope';
import { resumeStoredWait } from './stored/resume';
import { refuseSecondCall } from './stored/siblings';
import { placeOfWait, stayHint, storeWait } from './stored/store';
import type { Begun, Continued, Run, Wait, WaitingNode } from './waitingNode';

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
	const cases = await beginCases(run, node, context.getInputData());
	const items = context.getInputData().map(withoutOldFailure);
	const state = beginState(Date.now(), cases);
	const wait: Wait<Memo, E> = { ...run, node, identity, items, rules, state };
	const place = placeOfWait(context, rules);
	const isOver = await waitInProcess(wait, place.kind === 'stored');
	showFound(context, node.foundBefore?.(wait.state.cases) ?? null);
	if (!isOver) {
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

/**
 * Begins the items one after the other, and goes on with them once all have started what they start. One that fails
 * becomes a failed case under one of the Continue settings of the node.
 *
 * @returns a case for each item, also when *Stop Workflow* has kept the last ones from being begun.
 * @throws under *Stop Workflow* for the first item that failed, unless something begun before it is to be seen through.
 */
async function beginCases<Memo, E extends Entity>(
	run: Run,
	node: WaitingNode<Memo, E>,
	items: INodeExecutionData[],
): Promise<Array<Case<Memo, E>>> {
	const { context, client } = run;
	if (items.length > 1 && !continuesOnFail(context)) await checkAll(run, node, items);
	const steps: Array<Step<Memo, E>> = [];
	try {
		for (const [itemIndex, input] of items.entries()) {
			const step = await stepOrFailure(run, node, steps, itemIndex, async () => {
				refuseFailedItem(input, context.getNode().name);
				return stepOf<Memo, E>(await node.begin(run, itemIndex));
			});
			steps.push(step);
			if (isFailed(step) && !continuesOnFail(context)) break;
		}
		for (const [itemIndex, step] of steps.entries()) {
			if (typeof step !== 'function') continue;
			steps[itemIndex] = await stepOrFailure(run, node, steps, itemIndex, step);
		}
	} finally {
		// What was started before another item has failed may have a twin, too.
		await settleTwins(client);
	}
	return items.map((_item, itemIndex) => {
		const one = steps[itemIndex];
		return one && typeof one !== 'function' ? one : { kind: 'notBegun' };
	});
}

/** The case of an item, or what is still to be done for it once all items are as far. */
type Step<Memo, E> = Case<Memo, E> | (() => Promise<Case<Memo, E>>);

function stepOf<Memo, E>(begun: Begun<Memo> | Continued<Memo>): Step<Memo, E> {
	return typeof begun === 'function' ? async () => begunCase(await begun()) : begunCase(begun);
}

function isFailed<Memo, E>(step: Step<Memo, E>): boolean {
	return typeof step !== 'function' && step.kind === 'failed';
}

/** @throws what the task throws, when that is to end the run. */
async function stepOrFailure<Memo, E extends Entity, S extends Step<Memo, E>>(
	{ context }: Run,
	node: WaitingNode<Memo, E>,
	steps: Array<Step<Memo, E>>,
	itemIndex: number,
	task: () => Promise<S>,
): Promise<S | Failed<Memo, E>> {
	try {
		return await task();
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		const error = toNodeError(context.getNode(), thrown, itemIndex);
		const others = steps.filter((_step, index) => index !== itemIndex);
		const isUnderWay = others.some((one) => typeof one === 'function' || one.kind === 'waiting');
		if (!continuesOnFail(context) && !(node.isSeenThrough && isUnderWay)) throw error;
		const failure = failureOfThrown(context.getNode(), error);
		return { kind: 'failed', failure, after: null };
	}
}

async function checkAll<Memo, E extends Entity>(
	run: Run,
	node: WaitingNode<Memo, E>,
	items: INodeExecutionData[],
): Promise<void> {
	if (!node.check) return;
	for (const [itemIndex, input] of items.entries()) {
		try {
			refuseFailedItem(input, run.context.getNode().name);
			await node.check(run, itemIndex);
		} catch (thrown) {
			throwIfCancelled(cancelSignal(run.context));
			throw toNodeError(run.context.getNode(), thrown, itemIndex);
		}
	}
}
