import type { IExecuteFunctions } from 'n8n-workflow';

/** What n8n appends to the type of a node to make a tool of it. */
const TOOL_ENDING = 'Tool';

/**
 * Whether an AI agent calls the node as a tool. n8n's own `isToolExecution` is false for newer agents, which have
 * their tools run like nodes of the workflow; only the type of the node tells then.
 */
export function isToolCall(context: IExecuteFunctions): boolean {
	return context.isToolExecution?.() === true || context.getNode().type.endsWith(TOOL_ENDING);
}
