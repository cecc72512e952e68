import type { WorkflowDraft, WorkflowNode } from '../../../../playground/workflows/workflow.mts';
import { connectedInARow } from '../../../../playground/workflows/workflowInARow.mts';
import { pathOf } from './waitingWorkflow.mts';

/** A workflow that is started by a web hook, calls another one and goes on with what that hands back. */
export function callingWorkflow(name: string, called: { id: string }): WorkflowDraft {
	const path = pathOf(name);
	const nodes = [
		{
			name: 'Start',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
		},
		{
			name: 'Call',
			type: 'n8n-nodes-base.executeWorkflow',
			typeVersion: 1.2,
			parameters: {
				source: 'database',
				workflowId: { __rl: true, mode: 'id', value: called.id },
				workflowInputs: { mappingMode: 'defineBelow', value: {} },
				options: { waitForSubWorkflow: true },
			},
		},
		{ name: 'After the Call', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	];
	return inARow(name, nodes);
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
