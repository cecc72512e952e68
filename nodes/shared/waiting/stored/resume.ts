import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../../api/cancel';
import { connect } from '../../n8n/connect';
import { toNodeError } from '../../n8n/nodeErrors';
import type { Entity } from '../../speech/entities';
import { failureOfThrown } from '../explain';
import { delayToNextPoll, isOverdue, isWaitOver, poll, REFUSAL_PATIENCE_MS } from '../poll';
import { endedResults } from '../results';
import type { Wait, WaitContext, WaitingNode } from '../waitingNode';
import {
	keepEnvelope,
	keptEnvelope,
	takeEnvelope,
	type Envelope,
	type StoredStep,
} from './envelope';
import { itemsOfACrash, itemsOfAnError, showProgress } from './progress';
import { casesNodeName } from './workflow';

/** Output 0 of the polling node leads to the pause, output 1 to the end. */
type Outputs = INodeExecutionData[][];

/** Advice on what n8n itself finds amiss, such as a credential that was deleted. */
const GOES_ON =
	'The jobs that were started continue in Azure. Fix the cause, and run the workflow again: it finds them and continues to wait.';

/** n8n keeps the end of a stored wait with the execution that waited, and a retry of that begins with it. */
const NO_RETRY =
	"Start the workflow again; n8n's 'Retry' of this execution only shows the same error.";

/**
 * One run of the node in its stored workflow, where one node polls and another one puts the execution to wait.
 *
 * When an execution that was put to wait is resumed, n8n does not run the node again, but passes the items that came
 * into it through output 0. So only the small row that shows the progress goes round; the items stay where they began.
 *
 * @throws when an item failed and the canvas says *Stop Workflow*, and InputError when what is stored cannot be read.
 */
export async function resumeStoredWait<Memo, E extends Entity>(
	context: IExecuteFunctions,
	node: WaitingNode<Memo, E>,
	step: StoredStep,
): Promise<Outputs> {
	const kept = keptEnvelope<Memo, E>(context);
	const cases = incomingItems(context, kept?.identity.name ?? context.getNode().name);
	const envelope = kept ?? takeEnvelope<Memo, E>(cases);
	keepEnvelope(context, envelope);
	const { identity, rules, state, nextPollAt, itemCount } = envelope;
	const items = cases.slice(0, itemCount);
	const wait: WaitContext<Memo, E> = { context, node, identity, items, rules, state };
	if (step === 'pause') {
		await context.putExecutionToWait(new Date(nextPollAt));
		return [itemsOfACrash(wait, nextPollAt)];
	}
	if (kept) return await pollStored(wait, envelope);
	return [[showProgress(wait, nextPollAt)], []];
}

async function pollStored<Memo, E extends Entity>(
	offline: WaitContext<Memo, E>,
	envelope: Envelope<Memo, E>,
): Promise<Outputs> {
	const { context, rules } = offline;
	if (!(await isStillWaitedFor(context, envelope.parentExecutionId))) return [[], []];
	try {
		const polled = await pollOnce(offline);
		if (polled && isWaitOver(polled)) {
			showProgress(polled, null);
			const results = await endedResults(polled);
			return [[], results.map(({ item }) => item)];
		}
		const wait = polled ?? afterRefusal(offline);
		const nextPollAt = Date.now() + delayToNextPoll(wait, true);
		keepEnvelope(context, { ...envelope, state: wait.state, nextPollAt });
		return [[showProgress(wait, nextPollAt)], []];
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		const error = toNodeError(context.getNode(), thrown);
		error.description ??= GOES_ON;
		if (!rules.stopAtFirstFailure) {
			return [[], itemsOfAnError(offline, failureOfThrown(context.getNode(), error))];
		}
		error.description = [error.description, NO_RETRY].filter(Boolean).join(' ');
		throw error;
	}
}

/** Polls; null when the credential cannot be used, as one being edited, which is tolerated like one that is refused. */
async function pollOnce<Memo, E extends Entity>(
	offline: WaitContext<Memo, E>,
): Promise<Wait<Memo, E> | null> {
	const { context } = offline;
	try {
		const wait: Wait<Memo, E> = { ...offline, client: await connect(context) };
		await poll(wait);
		return wait;
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		if (!toleratesRefusal(offline)) throw toNodeError(context.getNode(), thrown);
		return null;
	}
}

/** The wait after a poll for which the credential could not be used. */
function afterRefusal<Memo, E extends Entity>(wait: WaitContext<Memo, E>): WaitContext<Memo, E> {
	return { ...wait, state: { ...wait.state, refusedSince: refusedSince(wait) } };
}

function refusedSince<Memo, E extends Entity>({ state }: WaitContext<Memo, E>): number {
	return state.refusedSince ?? Date.now();
}

function toleratesRefusal<Memo, E extends Entity>(wait: WaitContext<Memo, E>): boolean {
	return Date.now() - refusedSince(wait) < REFUSAL_PATIENCE_MS && !isOverdue(wait);
}

/**
 * Whether the execution that stored this wait is still there and waiting for it. It may have been stopped, deleted,
 * or resumed in another way, and may wait for something else by now; nobody tells its sub-execution.
 */
async function isStillWaitedFor(
	context: IExecuteFunctions,
	parentExecutionId: string,
): Promise<boolean> {
	try {
		const parent = await context.getExecutionDataById(parentExecutionId);
		if (!parent || parent.resultData.error || !parent.waitTill) return false;
		const [waiting] = parent.executionData?.nodeExecutionStack ?? [];
		const ids = waiting?.metadata?.waitingChildExecutionIds;
		return ids === undefined || ids.includes(context.getExecutionId());
	} catch {
		// A database that cannot be read now says nothing; the next poll asks again.
		return true;
	}
}

/** The items that came in on the canvas, and for the first run the envelope after them: n8n's own list. */
function incomingItems(context: IExecuteFunctions, nodeName: string): INodeExecutionData[] {
	const { $items } = context.getWorkflowDataProxy(0);
	return $items(casesNodeName(nodeName)) as INodeExecutionData[];
}
