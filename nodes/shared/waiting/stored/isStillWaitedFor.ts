import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether the execution that stored this wait is still there and waiting for it. It may have been stopped, deleted,
 * or resumed in another way, and may wait for something else by now; nobody tells its sub-execution.
 *
 * @param stage While the wait is being stored, that execution is still running.
 */
export async function isStillWaitedFor(
	context: IExecuteFunctions,
	parentExecutionId: string,
	stage: 'begun' | 'waiting',
): Promise<boolean> {
	if (stage === 'begun') return true;
	try {
		const parent = await context.getExecutionDataById(parentExecutionId);
		if (!parent || parent.resultData.error || !parent.waitTill) return false;
		const [waiting] = parent.executionData?.nodeExecutionStack ?? [];
		const ids = waiting?.metadata?.waitingChildExecutionIds;
		return ids === undefined || ids.includes(context.getExecutionId());
	} catch {
		// A database that cannot be read now says nothing; the next look asks again.
		return true;
	}
}
