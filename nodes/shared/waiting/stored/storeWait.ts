import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../../api/cancel';
import { showHints } from '../../n8n/hints';
import { inWords } from '../../speech/dates';
import { cleanText } from '../../speech/text';
import { delayToNextLook } from '../look';
import type { Wait } from '../waitingNode';
import { progressItems, whatIsWaitedFor } from './progress';
import { stayHint } from './reasonToStay';
import { storedWorkflow } from './storedWorkflow';
import { writeStoredWait } from './storedWait';

/**
 * Lets the wait go on in a sub-execution that n8n keeps in its database between two looks. This execution is put to
 * wait as well; n8n resumes it with the items, or the error, that the sub-execution ends with.
 *
 * @returns what the node shows while it waits; null when n8n does not allow it, and the wait must stay.
 * @throws when the execution is cancelled.
 */
export async function storeWait(wait: Wait): Promise<INodeExecutionData[] | null> {
	const { context, items, face, rules, state } = wait;
	const executionId = context.getExecutionId();
	const workflowId = String(context.getWorkflow().id);
	const firstLookAt = Date.now() + delayToNextLook(wait, true);
	const parentExecutionId = executionId;
	const stored = writeStoredWait({
		format: 1,
		parentExecutionId,
		face,
		rules,
		state,
		firstLookAt,
	});
	try {
		const { waitTill } = await context.executeWorkflow(
			{ code: storedWorkflow(context, stored) },
			items,
			undefined,
			{
				parentExecution: { executionId, workflowId, shouldResume: true },
				executionMode: context.getMode(),
			},
		);
		if (!waitTill) return stay(wait, 'n8n did not store it');
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		const said = thrown instanceof Error ? thrown.message : String(thrown);
		return stay(
			wait,
			`n8n did not allow the sub-execution it would be stored in: ${cleanText(said)}`,
		);
	}
	showHints(context, [
		`Waits in n8n's database for ${whatIsWaitedFor(wait)}. What each look brings stands in the sub-execution that n8n lists beside this one.`,
		...timeLimitHints(context, rules.giveUpAfterMs),
	]);
	return progressItems(wait, firstLookAt);
}

/** n8n counts the time of a wait as time of the execution, and ends it at its next resume. */
function timeLimitHints(context: IExecuteFunctions, giveUpAfterMs: number): string[] {
	const { executionTimeout = 0 } = context.getWorkflowSettings?.() ?? {};
	const limitMs = executionTimeout * 1000;
	if (limitMs <= 0 || limitMs >= giveUpAfterMs) return [];
	return [
		`The setting 'Timeout Workflow' ends this execution after ${inWords(limitMs)}, the wait included. Give it more time than the job takes.`,
	];
}

function stay({ context }: Wait, reason: string): null {
	showHints(context, [stayHint(reason)]);
	return null;
}
