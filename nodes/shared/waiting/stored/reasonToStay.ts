import { WAIT_FOR_SUB_EXECUTION, type IExecuteFunctions } from 'n8n-workflow';

import { isToolCall } from '../../n8n/toolCall';
import type { WaitRules } from '../readRules';

/** Ids that stand for a workflow that has not been saved. */
const UNSAVED = ['', '__EMPTY__', 'undefined'];

/**
 * Whether this n8n marks an execution as waiting for a sub-execution, as it does since 2.41.0, and from 2.39.8 on in
 * 2.39. Those that do hand its items or its error back after a wait, also when a crash came in between.
 */
const HANDS_RESULTS_BACK = WAIT_FOR_SUB_EXECUTION instanceof Date;

/** Why a wait cannot be stored, for a sentence; empty when it was chosen so; null when it can. */
export function reasonToStay(
	context: IExecuteFunctions,
	{ where }: WaitRules,
	handsResultsBack = HANDS_RESULTS_BACK,
): string | null {
	if (where === 'inProcess') return '';
	if (isToolCall(context)) return 'an AI agent that calls the node as a tool wants its answer';
	if (UNSAVED.includes(String(context.getWorkflow().id ?? ''))) return 'the workflow is not saved';
	if (!handsResultsBack)
		return 'this version of n8n cannot hand the result back after a stored wait';
	return null;
}

/** What a person is told of a wait that stays in process. */
export function stayHint(reason: string): string {
	return `The wait stays in the memory of this execution, and ends when n8n restarts: ${reason}.`;
}
