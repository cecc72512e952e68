import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isToolCall } from './toolCall';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * Runs a node. What concerns all items at once, such as a credential that cannot be used, stops the run,
 * or under one of the Continue settings fails every item: n8n itself would send them on as if they had succeeded.
 *
 * @param load Gives what the node does. n8n reads all nodes when it starts, and most of them never run.
 */
export async function wholeRun(
	context: IExecuteFunctions,
	load: () => Promise<{ execute: Execute }>,
): Promise<INodeExecutionData[][]> {
	const { execute } = await load();
	try {
		const outputs = await execute.call(context);
		if (!isToolCall(context)) return outputs;
		const { toolAnswer } = await import('./toolAnswer');
		return toolAnswer(context, outputs);
	} catch (thrown) {
		const { failWhole } = await import('./failWhole');
		return failWhole(context, thrown);
	}
}
