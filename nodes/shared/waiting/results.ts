import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../api/cancel';
import { ledToErrorOutput, ownFirst } from '../n8n/items';
import { toNodeError, type NodeFailure } from '../n8n/nodeErrors';
import { toUtcIso } from '../speech/dates';
import type { Entity } from '../speech/entities';
import { InputError } from '../speech/inputError';
import { counted } from '../speech/text';
import type { Case, Ended, Failure, Outcome } from './case';
import { explainFailure, failureOfThrown } from './explain';
import { endsAtFirstFailure } from './poll';
import type { Added, NodeIdentity, Wait } from './waitingNode';

/** An item as it comes out, and how it ended. */
export type Result = { item: INodeExecutionData; itemIndex: number } & (
	| { kind: 'done' | 'notBegun' }
	| { kind: 'failed'; failure: Failure }
);

/** Why an item was left alone. */
const NOT_BEGUN: Failure = {
	message: "This item wasn't processed because an earlier item failed.",
	advice: 'Fix that item, and run the workflow again.',
};

/** So many other items are reported in an error; more would bury it. */
const MOST_REPORTED = 5;

/**
 * The results of a wait that is over, in the order of its items.
 * Under *Stop Workflow* an item still waited for when another one failed is left out.
 *
 * @throws under *Stop Workflow* for the first item that failed; where begun work is seen through, after all have ended.
 */
export async function endedResults<Memo, E extends Entity>(wait: Wait<Memo, E>): Promise<Result[]> {
	const results: Result[] = [];
	for (const [itemIndex, one] of wait.state.cases.entries()) {
		const result = await resultOf(wait, one, itemIndex);
		if (result) results.push(result);
		if (result && result.kind !== 'done' && endsAtFirstFailure(wait)) break;
	}
	const error = wait.rules.stopAtFirstFailure ? stoppingError(wait, results) : null;
	if (error) throw error;
	return results;
}

/** The items of a wait in process. An n8n as old as 2.0 knows no `details`, and a failed item only by an error beside its JSON. */
export function itemsInProcess(results: Result[], identity: NodeIdentity): INodeExecutionData[] {
	const isLed = identity.onError === 'continueErrorOutput';
	return results.map(({ item, kind }) =>
		isLed && kind !== 'done' ? ledToErrorOutput(item, { message: String(item.json.error) }) : item,
	);
}

/**
 * An item that failed in a node that waits, as plain data: after a stored wait nothing else comes through.
 *
 * Towards the error output it has the keys `error`, `message` and `details` only. Every n8n that stores waits takes
 * an item there by exactly these, and lays them over the item that came in (n8n-core, handleNodeErrorOutput).
 *
 * @param known What was found out anyway.
 */
export function itemOfFailure(
	{ name, onError }: NodeIdentity,
	input: INodeExecutionData,
	itemIndex: number,
	{ message, advice }: Failure,
	known: IDataObject,
): INodeExecutionData {
	const error = [message, advice].filter(Boolean).join(' ');
	// A `wait` that came in with the item was another one.
	const fields = { ...known, wait: known.wait ?? { outcome: 'failed' } };
	const json =
		onError === 'continueErrorOutput'
			? { error, message, details: { summary: message, ...fields } }
			: ownFirst(input.json, { summary: message, error, ...fields, failedIn: name });
	return {
		json,
		...(input.binary && { binary: input.binary }),
		pairedItem: { item: itemIndex },
	};
}

/**
 * The error that stops the workflow, that of the first item that failed; null when none did. Where begun work is seen
 * through, it also reports what became of the other items, for none of them comes out.
 */
export function stoppingError<Memo, E extends Entity>(
	{ node, context }: Pick<Wait<Memo, E>, 'node' | 'context'>,
	results: Result[],
): NodeFailure | null {
	const first = results.find((one) => one.kind === 'failed');
	if (!first) return null;
	const { message, advice } = first.failure;
	const others = results.filter((one) => one !== first);
	const reported = node.isSeenThrough ? [advice, ...whatBecameOf(others)] : [advice];
	const error = new InputError(message, reported.filter(Boolean).join(' '));
	return toNodeError(context.getNode(), error, first.itemIndex);
}

/** Sentences on the other items, those that failed first. */
function whatBecameOf(others: Result[]): string[] {
	const failures = others.flatMap((one) => (one.kind === 'failed' ? one.failure.message : []));
	const successes = others.flatMap(({ kind, item }) =>
		kind === 'done' ? String(item.json.summary) : [],
	);
	const notBegun = others.filter(({ kind }) => kind === 'notBegun').length;
	const sentences = [...failures, ...successes];
	const left = sentences.length - MOST_REPORTED;
	return [
		...(sentences.length > 0 ? ['Results of the other items:'] : []),
		...sentences.slice(0, MOST_REPORTED),
		...(left > 0 ? [`${counted(left, 'more item')} also finished.`] : []),
		...(notBegun > 0 ? [`Not processed after the failure: ${counted(notBegun, 'item')}.`] : []),
	];
}

/** Null for an item that is still waited for. */
async function resultOf<Memo, E extends Entity>(
	wait: Wait<Memo, E>,
	one: Case<Memo, E>,
	itemIndex: number,
): Promise<Result | null> {
	const { node } = wait;
	const item = { input: wait.items[itemIndex], itemIndex };
	switch (one.kind) {
		case 'waiting':
			return null;
		case 'notBegun':
			return { ...failed(wait, itemIndex, NOT_BEGUN, null), kind: 'notBegun' };
		case 'failed':
			return failed(wait, itemIndex, one.failure, one.after);
		case 'idle':
			return await done(wait, itemIndex, null, async () => {
				return (await node.finishIdle?.(wait, { ...one, ...item })) ?? { json: {} };
			});
		case 'ended': {
			const { ending } = one;
			if (ending.outcome === 'succeeded') {
				const finish = async () => await node.finish(wait, { ...one, ...item, ending });
				return await done(wait, itemIndex, one, finish);
			}
			const said = node.explain?.({ ...one, ...item }) ?? explainFailure(one.job, ending);
			return failed(wait, itemIndex, said, one);
		}
	}
}

/** The result of an item that ended well, unless its node fails it after all. */
async function done<Memo, E extends Entity>(
	wait: Wait<Memo, E>,
	itemIndex: number,
	ended: Ended<Memo, E> | null,
	finish: () => Promise<Added>,
): Promise<Result> {
	const { context } = wait;
	const input = wait.items[itemIndex];
	try {
		const { json, binary } = await finish();
		const item = {
			json: ownFirst(input.json, { ...fieldsOf(wait, itemIndex, ended), ...json }),
			...((input.binary ?? binary) && { binary: { ...input.binary, ...binary } }),
			pairedItem: { item: itemIndex },
		};
		return { kind: 'done', item, itemIndex };
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		return failed(wait, itemIndex, failureOfThrown(context.getNode(), thrown), ended, 'failed');
	}
}

/** @param outcome When the item ended otherwise than its job: a change that was taken back well is a failure anyway. */
function failed<Memo, E extends Entity>(
	wait: Wait<Memo, E>,
	itemIndex: number,
	failure: Failure,
	ended: Ended<Memo, E> | null,
	outcome?: Outcome,
): Result {
	let known: IDataObject = {};
	try {
		known = fieldsOf(wait, itemIndex, ended, outcome);
	} catch {
		// An entity that cannot be read must not hide why the item failed.
	}
	const item = itemOfFailure(wait.identity, wait.items[itemIndex], itemIndex, failure, known);
	return { kind: 'failed', item, itemIndex, failure };
}

/** What the item gains however its wait ended; nothing when there was none. */
function fieldsOf<Memo, E extends Entity>(
	{ node, state, items }: Wait<Memo, E>,
	itemIndex: number,
	ended: Ended<Memo, E> | null,
	outcome?: Outcome,
): IDataObject {
	if (!ended) return {};
	const { ending, endedAt, polls } = ended;
	return {
		...node.resultFields({ ...ended, input: items[itemIndex], itemIndex }),
		wait: {
			outcome: outcome ?? ending.outcome,
			startedAt: toUtcIso(state.startedAt),
			endedAt: toUtcIso(endedAt),
			waitedSeconds: Math.round((endedAt - state.startedAt) / 1000),
			checks: polls,
		},
	};
}
