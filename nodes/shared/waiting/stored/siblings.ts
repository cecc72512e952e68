import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../speech/inputError';

/**
 * By the ID of an execution that calls a workflow and waits for its result: the called execution that stored a wait.
 * Kept in memory, because n8n runs what an execution calls in the process of that execution.
 */
const storedWaits = new Map<string, string>();

/** A caller is rarely asked about again after some minutes. */
const MOST_CALLERS = 1_000;

/** Notes that the workflow running here was called by another one, and that its wait is stored now. */
export async function noteStoredWait(context: IExecuteFunctions): Promise<void> {
	const caller = callerOf(context);
	if (caller === null || !(await isAwaited(context))) return;
	storedWaits.delete(caller);
	storedWaits.set(caller, context.getExecutionId());
	const [oldest] = storedWaits.keys();
	if (storedWaits.size > MOST_CALLERS) storedWaits.delete(oldest);
}

/**
 * Refuses to wait in a workflow that was called once for each item, while an earlier one of these calls waits. n8n
 * resumes the caller with the result of the call that ends first, and drops all others without a word
 * (n8n 2.41.1, workflow-helpers.js: `updateParentExecutionWithChildResults`).
 *
 * @throws InputError that tells how to call it instead.
 */
export async function refuseSecondCall(context: IExecuteFunctions): Promise<void> {
	const caller = callerOf(context);
	const other = caller === null ? undefined : storedWaits.get(caller);
	if (other === undefined || other === context.getExecutionId()) return;
	const stored = await context.getExecutionDataById(other);
	if (!stored?.waitTill || !(await isAwaited(context))) return;
	throw new InputError(
		'Another call from the same execution is already waiting, and n8n would return the result of only one of them.',
		"In the node that calls this workflow, choose 'Run once with all items', after a 'Loop Over Items' node if you need one, or turn off 'Wait For Sub-Workflow Completion'. The job continues in Azure, and the next run finds it.",
	);
}

/** The execution that called this workflow; null when it was not called, and in an n8n that does not tell. */
function callerOf(context: IExecuteFunctions): string | null {
	if (typeof context.getExecutionContext !== 'function') return null;
	return context.getExecutionContext()?.parentExecutionId ?? null;
}

/** Whether the caller goes on with what this workflow hands back. */
async function isAwaited(context: IExecuteFunctions): Promise<boolean> {
	const own = await context.getExecutionDataById(context.getExecutionId());
	return own?.parentExecution !== undefined && own.parentExecution.shouldResume !== false;
}
