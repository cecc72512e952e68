import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INode,
	type IWorkflowBase,
} from 'n8n-workflow';

import { storedWaitProperty } from '../options';
import type { StoredStep } from './envelope';

/** Names beside which the waiting node stands in its stored workflow. */
const CASES = 'Cases';
const PAUSE = 'Until Next Check';
const DONE = 'Done';

/**
 * The workflow in which a wait continues: the incoming items, the waiting node that polls, a second one of its type
 * that puts the execution to wait and leads back, and a last node whose items n8n hands to the execution that waits.
 * It lives in its executions only and is never saved.
 *
 * They are two because n8n's editor hides all runs of the node that put an execution to wait, as long as it waits.
 */
export function storedWorkflow(context: IExecuteFunctions): IWorkflowBase {
	const workflow = context.getWorkflow();
	const node = context.getNode();
	const cases = casesNodeName(node.name);
	const pause = unlike(node.name, PAUSE);
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
			{ ...nodeForSubworkflow(context, 'poll'), id: 'wait', position: [240, 0] },
			{
				...nodeForSubworkflow(context, 'pause'),
				id: 'pause',
				name: pause,
				position: [480, -160],
			},
			{
				id: 'done',
				name: done,
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [480, 80],
				parameters: {},
			},
		],
		connections: {
			[cases]: { [NodeConnectionTypes.Main]: [[to(node.name)]] },
			[node.name]: { [NodeConnectionTypes.Main]: [[to(pause)], [to(done)]] },
			[pause]: { [NodeConnectionTypes.Main]: [[to(node.name)]] },
		},
	};
}

/** Name of the node that holds the incoming items in the stored workflow of the named node. */
export function casesNodeName(nodeName: string): string {
	return unlike(nodeName, CASES);
}

/** The node as it is on the canvas, with its credential, but with nothing to read except its step. */
function nodeForSubworkflow(
	context: IExecuteFunctions,
	step: StoredStep,
): Omit<INode, 'id' | 'position'> {
	const { name, type, typeVersion, credentials } = context.getNode();
	const authentication = context.getNodeParameter('authentication', 0, 'apiKey') as string;
	return {
		name,
		type,
		typeVersion,
		credentials,
		parameters: { authentication, [storedWaitProperty.name]: step },
	};
}

function unlike(taken: string, wanted: string): string {
	return taken === wanted ? `${wanted} 2` : wanted;
}

function to(node: string) {
	return { node, type: NodeConnectionTypes.Main, index: 0 };
}
