import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { continuesOnFail, itemWithError } from './items';
import { toNodeError, withWholeMessage } from './nodeErrors';
import { isToolCall } from './toolCall';

/**
 * What becomes of a run that failed as a whole.
 *
 * @returns every item as a failed one, under one of the Continue settings of the node.
 * @throws the error as a person reads it, otherwise.
 */
export function failWhole(context: IExecuteFunctions, thrown: unknown): INodeExecutionData[][] {
	const error = toNodeError(context.getNode(), thrown);
	// Of an error an AI agent gets to read the message and nothing else.
	if (isToolCall(context)) throw withWholeMessage(error);
	if (!continuesOnFail(context)) throw error;
	return [
		context.getInputData().map((_input, itemIndex) => itemWithError(context, itemIndex, error)),
	];
}
