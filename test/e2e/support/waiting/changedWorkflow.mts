import type { WorkflowDraft, WorkflowNode } from '../../../../playground/workflows/workflow.mts';
import { linksTo } from '../../../../playground/workflows/workflowInARow.mts';

/** The workflow with other settings of one of its nodes, as a person changes them beside its parameters. */
export function withSettings(
	workflow: WorkflowDraft,
	name: string,
	settings: Partial<WorkflowNode>,
): WorkflowDraft {
	const nodes = workflow.nodes.map((node) =>
		node.name === name ? { ...node, ...settings } : node,
	);
	return { ...workflow, nodes };
}

/** The workflow with another parameter of one of its nodes. */
export function withParameters(
	workflow: WorkflowDraft,
	name: string,
	parameters: WorkflowNode['parameters'],
): WorkflowDraft {
	const nodes = workflow.nodes.map((node) =>
		node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
	return { ...workflow, nodes };
}

/** The workflow with one more node, between one of its nodes and what its first output leads to. */
export function withNodeBehind(
	workflow: WorkflowDraft,
	before: string,
	node: WorkflowNode,
): WorkflowDraft {
	const { main } = workflow.connections[before] ?? { main: [] };
	return {
		...workflow,
		nodes: [...workflow.nodes, { id: 'added', position: [500, 200], ...node }],
		connections: {
			...workflow.connections,
			[before]: { main: [linksTo(node.name).main[0], ...main.slice(1)] },
			...(main.length > 0 && { [node.name]: { main: main.slice(0, 1) } }),
		},
	};
}

/** Answers the caller of a web hook with the item that comes in. */
export const RESPOND: WorkflowNode = {
	name: 'Respond to Webhook',
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.4,
	parameters: { respondWith: 'firstIncomingItem', options: {} },
};
