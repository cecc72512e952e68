import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether the execution that stored this wait is still there and waiting. It may have been stopped, deleted, or
 * resumed in another way; nobody tells its sub-execution.
 *
 * @param stage While the wait is being stored, that execution is still running.
 */
export async function isStillWaitedFor(
	context: IExecuteFunctions,
	parentExecutionId: string,
	stage: 'begun' | 'waiting',
): Promise<boolean> {
	if (stage === 'begun') return true;
	const parent = await context.getExecutionDataById(parentExecutionId);
	return parent !== undefined && !parent.resultData.error && Boolean(parent.waitTill);
}
