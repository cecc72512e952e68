import type { IDataObject } from 'n8n-workflow';
import type { WorkflowDraft, WorkflowNode } from '../../../../playground/workflows/workflow.mts';
import {
	connectedInARow,
	linksTo,
	linkTo,
} from '../../../../playground/workflows/workflowInARow.mts';
import { pathOf } from './waitingWorkflow.mts';
import { byId } from '../../../support/locator.ts';

/** The node that calls the other workflow. */
export const CALL = 'Call';

/** A workflow that is started by a web hook, calls another one and goes on with what that hands back. */
export function callingWorkflow(name: string, called: { id: string }): WorkflowDraft {
	return inARow(name, [startByHook(name), call(called), AFTER_THE_CALL]);
}

export interface CallsForItems {
	name: string;
	called: { id: string };
	/** What the called workflow gets, an item each. */
	items: IDataObject[];
	mode: 'once' | 'each';
	/** Left out, the result of the call is waited for. */
	waitForSubWorkflow?: boolean;
	/** Puts 'Loop Over Items' before the call. */
	loops?: boolean;
}

/** A workflow that calls another one for several items. */
export function callingForItems({ name, called, items, loops, ...how }: CallsForItems) {
	const makeItems = {
		name: 'Items',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` },
	};
	const nodes = [startByHook(name), makeItems, call(called, how), AFTER_THE_CALL];
	const workflow = inARow(name, nodes);
	return loops ? withLoop(workflow) : workflow;
}

const AFTER_THE_CALL: WorkflowNode = {
	name: 'After the Call',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

function startByHook(name: string): WorkflowNode {
	const path = pathOf(name);
	return {
		name: 'Start',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
	};
}

function call(
	{ id }: { id: string },
	{ mode = 'once', waitForSubWorkflow = true }: Partial<CallsForItems> = {},
): WorkflowNode {
	return {
		name: CALL,
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		parameters: {
			source: 'database',
			mode,
			workflowId: byId(id),
			workflowInputs: { mappingMode: 'defineBelow', value: {} },
			options: { waitForSubWorkflow },
		},
	};
}

function withLoop(workflow: WorkflowDraft): WorkflowDraft {
	const loop: WorkflowNode = {
		id: 'loop',
		name: 'Loop Over Items',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		position: [330, 160],
		parameters: { batchSize: 1, options: {} },
	};
	return {
		...workflow,
		nodes: [...workflow.nodes, loop],
		connections: {
			...workflow.connections,
			Items: linksTo(loop.name),
			[loop.name]: { main: [[linkTo(AFTER_THE_CALL.name)], [linkTo(CALL)]] },
			[CALL]: linksTo(loop.name),
		},
	};
}

/** A workflow that n8n runs when another one fails. */
export function errorWorkflow(name: string): WorkflowDraft {
	const nodes = [
		{ name: 'Error', type: 'n8n-nodes-base.errorTrigger', typeVersion: 1, parameters: {} },
		{ name: 'Tell', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	];
	return inARow(name, nodes);
}

function inARow(name: string, nodes: WorkflowNode[]): WorkflowDraft {
	return {
		name,
		nodes: nodes.map((node, index) => ({ id: `n${index}`, position: [index * 220, 0], ...node })),
		connections: connectedInARow(nodes.map((node) => node.name)),
		settings: { executionOrder: 'v1' },
	};
}
