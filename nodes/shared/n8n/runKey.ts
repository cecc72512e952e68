import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Equal for all tries of this node in this execution, different for every other execution. */
export function runKey(context: IExecuteFunctions): string {
	const execution = context.getExecutionId() ?? randomUUID();
	return JSON.stringify([context.getInstanceId(), execution, context.getNode().id]);
}
