import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../../api/cancel';
import { connect } from '../../n8n/connect';
import { showHints } from '../../n8n/hints';
import { toNodeError } from '../../n8n/nodeErrors';
import { endedItems } from '../endedItems';
import { failureOf } from '../failure';
import { delayToNextLook, isWaitOver, look } from '../look';
import { REFUSAL_PATIENCE_MS } from '../lookOnce';
import type { WaitState } from '../waitState';
import type { Offline, Wait, WaitingNode } from '../waitingNode';
import { isStillWaitedFor } from './isStillWaitedFor';
import { interruptedItems, itemsOfACrash, lookSentence, noteProgress } from './progress';
import { casesNodeName } from './storedWorkflow';
import type { StoredWait } from './storedWait';

/** What looks note for each other in the context of their execution. */
interface Notes {
	stage?: 'begun' | 'waiting';
	state?: WaitState;
}

/**
 * One run of the node in its stored workflow. Output 0 leads back to the node itself, output 1 to the end.
 *
 * When an execution that was put to wait is resumed, n8n does not run the node again, but passes the items that came
 * into it through output 0. So the first run turns all items into a single small one, which alone goes round:
 * n8n keeps what passes through with every look.
 *
 * @throws when an item failed and the canvas says *Stop Workflow*.
 */
export async function goOnStored(
	context: IExecuteFunctions,
	node: WaitingNode,
	stored: StoredWait,
): Promise<INodeExecutionData[][]> {
	const notes = context.getContext('node') as Notes;
	const { face, rules } = stored;
	const items = casesOf(context, face.name);
	if (!notes.stage) {
		notes.stage = 'begun';
		return [[{ json: {}, pairedItem: { item: 0 } }], []];
	}
	const { stage } = notes;
	if (!(await isStillWaitedFor(context, stored.parentExecutionId, stage))) return [[], []];
	const state = notes.state ?? stored.state;
	const wait: Offline = { context, node, face, rules, items, state };
	try {
		const nextLookAt = stage === 'begun' ? stored.firstLookAt : await lookAgain(wait);
		Object.assign(notes, { stage: 'waiting', state });
		noteProgress(wait, nextLookAt);
		if (nextLookAt === null) return [[], await endedItems(await online(wait))];
		showHints(context, [lookSentence(wait, nextLookAt)]);
		await context.putExecutionToWait(new Date(nextLookAt));
		return [itemsOfACrash(wait, nextLookAt), []];
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		if (rules.stopAtFirstFailure) throw toNodeError(context.getNode(), thrown);
		return [[], interruptedItems(wait, failureOf(context.getNode(), thrown))];
	}
}

/** Looks once; tells when to look again, in milliseconds since the epoch, or null when the wait is over. */
async function lookAgain(wait: Offline): Promise<number | null> {
	try {
		await look(await online(wait));
	} catch (thrown) {
		throwIfCancelled(cancelSignal(wait.context));
		if (!isBorne(wait)) throw toNodeError(wait.context.getNode(), thrown);
	}
	if (isWaitOver(wait)) return null;
	return Date.now() + delayToNextLook(wait, true);
}

/** A credential that cannot be used, such as one being edited, is borne as long as one that is refused. */
function isBorne({ state, rules }: Offline): boolean {
	const now = Date.now();
	state.refusedSince ??= now;
	const isOverdue = now - state.startedAt >= rules.giveUpAfterMs;
	return now - state.refusedSince < REFUSAL_PATIENCE_MS && !isOverdue;
}

async function online(wait: Offline): Promise<Wait> {
	return { ...wait, client: await connect(wait.context) };
}

/** The items that came in on the canvas. */
function casesOf(context: IExecuteFunctions, nodeName: string): INodeExecutionData[] {
	const { $items } = context.getWorkflowDataProxy(0);
	return $items(casesNodeName(nodeName)) as INodeExecutionData[];
}
