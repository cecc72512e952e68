import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INode,
	type IWorkflowBase,
} from 'n8n-workflow';

import { storedWaitProperty } from '../waitOptions';

/** Names beside which the waiting node stands in its stored workflow. */
const CASES = 'Cases';
const DONE = 'Done';

/**
 * The workflow in which a wait goes on: the incoming items, the waiting node wired back to itself, and a last node
 * whose items n8n hands to the execution that waits. It lives in its executions only and is never saved.
 *
 * @param storedWait Value of the hidden field.
 */
export function storedWorkflow(context: IExecuteFunctions, storedWait: string): IWorkflowBase {
	const workflow = context.getWorkflow();
	const node = context.getNode();
	const cases = casesNodeName(node.name);
	const done = unlike(node.name, DONE);
	const now = new Date();
	return {
		// The same id: an execution of no saved workflow cannot be resumed.
		id: String(workflow.id),
		name: `${workflow.name ?? 'Workflow'}: ${node.name}`,
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		settings: {
			executionOrder: 'v1',
			// The limit of the workflow is for its own execution, and for days of waiting too short.
			executionTimeout: -1,
			callerPolicy: 'workflowsFromSameOwner',
			// n8n hands the result on after it has saved it; without it a crash in between would leave the parent waiting for ever.
			saveDataSuccessExecution: 'all',
			saveDataErrorExecution: 'all',
			saveManualExecutions: true,
			saveExecutionProgress: false,
		},
		nodes: [
			{
				id: 'cases',
				name: cases,
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { inputSource: 'passthrough' },
			},
			likenessOf(context, node, storedWait),
			{
				id: 'done',
				name: done,
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [480, 0],
				parameters: {},
			},
		],
		connections: {
			[cases]: { [NodeConnectionTypes.Main]: [[to(node.name)]] },
			[node.name]: { [NodeConnectionTypes.Main]: [[to(node.name)], [to(done)]] },
		},
	};
}

/** Name of the node that holds the incoming items in the stored workflow of the named node. */
export function casesNodeName(nodeName: string): string {
	return unlike(nodeName, CASES);
}

/** The node as it stands on the canvas, with its credential, but with nothing to read except the stored wait. */
function likenessOf(context: IExecuteFunctions, node: INode, storedWait: string): INode {
	return {
		id: 'wait',
		name: node.name,
		type: node.type,
		typeVersion: node.typeVersion,
		position: [240, 0],
		credentials: node.credentials,
		parameters: {
			authentication: context.getNodeParameter('authentication', 0, 'apiKey') as string,
			[storedWaitProperty.name]: storedWait,
		},
	};
}

function unlike(taken: string, wanted: string): string {
	return taken === wanted ? `${wanted} 2` : wanted;
}

function to(node: string) {
	return { node, type: NodeConnectionTypes.Main, index: 0 };
}
