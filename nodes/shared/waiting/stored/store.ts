import {
	WAIT_FOR_SUB_EXECUTION,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../../api/cancel';
import { showHints } from '../../n8n/hints';
import { isToolCall } from '../../n8n/toolCall';
import { inWords } from '../../speech/dates';
import type { Entity } from '../../speech/entities';
import { cleanText } from '../../speech/text';
import { delayToNextPoll } from '../poll';
import type { WaitRules } from '../rules';
import type { Wait } from '../waitingNode';
import { envelopeItem } from './envelope';
import { progressItems, whatIsWaitedFor } from './progress';
import { noteStoredWait } from './siblings';
import { storedWorkflow } from './workflow';

/** Ids that stand for a workflow that has not been saved. */
const UNSAVED = ['', '__EMPTY__', 'undefined'];

/**
 * Whether this n8n marks an execution as waiting for a sub-execution, as it does since 2.41.0, and from 2.39.8 on in
 * 2.39. Those that do hand its items or its error back after a wait, also when a crash came in between.
 */
const HANDS_RESULTS_BACK = WAIT_FOR_SUB_EXECUTION instanceof Date;

/** Where a wait is kept after its first minute. */
export type Place =
	| { kind: 'stored' }
	/** @param reason Why it cannot be stored, for a sentence; null when it was chosen so. */
	| { kind: 'inProcess'; reason: string | null };

/** Decides where a wait is kept. */
export function placeOfWait(
	context: IExecuteFunctions,
	{ where }: WaitRules,
	handsResultsBack = HANDS_RESULTS_BACK,
): Place {
	if (where === 'inProcess') return { kind: 'inProcess', reason: null };
	const reason = whyNotStored(context, handsResultsBack);
	return reason === null ? { kind: 'stored' } : { kind: 'inProcess', reason };
}

function whyNotStored(context: IExecuteFunctions, handsResultsBack: boolean): string | null {
	if (isToolCall(context)) return 'an AI agent that calls the node as a tool needs the result';
	if (UNSAVED.includes(String(context.getWorkflow().id ?? ''))) return 'the workflow is not saved';
	return handsResultsBack
		? null
		: 'this version of n8n cannot return the result after a stored wait';
}

/** What a person reads of a wait that stays in process. */
export function stayHint(reason: string): string {
	return `The wait stays in memory and ends if n8n restarts, because ${reason}.`;
}

/**
 * Lets the wait continue in a sub-execution that n8n keeps in its database between two polls. This execution is put to
 * wait as well; n8n resumes it with the items, or the error, that the sub-execution ends with.
 *
 * @returns what the node shows while it waits; null when n8n does not allow it, and the wait must stay.
 * @throws when the execution is cancelled.
 */
export async function storeWait<Memo, E extends Entity>(
	wait: Wait<Memo, E>,
): Promise<INodeExecutionData[] | null> {
	const { context, items, identity, rules, state } = wait;
	const parentExecutionId = context.getExecutionId();
	const workflowId = String(context.getWorkflow().id);
	const nextPollAt = Date.now() + delayToNextPoll(wait, true);
	const itemCount = items.length;
	const envelope = { parentExecutionId, identity, rules, state, nextPollAt, itemCount };
	try {
		const { waitTill } = await context.executeWorkflow(
			{ code: storedWorkflow(context) },
			[...items, envelopeItem(envelope)],
			undefined,
			{
				parentExecution: { executionId: parentExecutionId, workflowId, shouldResume: true },
				executionMode: context.getMode(),
			},
		);
		if (!waitTill) return stay(context, 'n8n did not store it');
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		const said = thrown instanceof Error ? thrown.message : String(thrown);
		return stay(
			context,
			`n8n did not allow the sub-execution that stores the wait: ${cleanText(said)}`,
		);
	}
	await noteStoredWait(context);
	showHints(context, [
		`Waiting for ${whatIsWaitedFor(wait)}. The wait is stored in n8n's database. To see the result of each check, go to Executions, open the sub-execution next to this one, and select the node '${identity.name}'.`,
		...timeLimitHints(context, rules.giveUpAfterMs),
	]);
	return progressItems(wait, nextPollAt);
}

/** n8n counts the time of a wait as time of the execution, and ends it at its next resume. */
function timeLimitHints(context: IExecuteFunctions, giveUpAfterMs: number): string[] {
	const { executionTimeout = 0 } = context.getWorkflowSettings?.() ?? {};
	const limitMs = executionTimeout * 1000;
	if (limitMs <= 0 || limitMs >= giveUpAfterMs) return [];
	return [
		`The workflow setting 'Timeout Workflow' ends this execution after ${inWords(limitMs)}, including the wait. Set it to more time than the job takes.`,
	];
}

function stay(context: IExecuteFunctions, reason: string): null {
	showHints(context, [stayHint(reason)]);
	return null;
}
