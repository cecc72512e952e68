import { pathOf } from './waitingWorkflow.mts';

const SETTINGS = { executionOrder: 'v1' };

/**
 * A workflow that is started by a web hook, calls another one and goes on with what that hands back.
 *
 */
function callingWorkflow(name: string, called: { id: string }) {
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
	return { name, ...inARow(nodes), settings: SETTINGS };
}

/** A workflow that n8n runs when another one fails. */
function errorWorkflow(name) {
	const nodes = [
		{ name: 'Error', type: 'n8n-nodes-base.errorTrigger', typeVersion: 1, parameters: {} },
		{ name: 'Tell', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	];
	return { name, ...inARow(nodes), settings: SETTINGS };
}

function inARow(nodes) {
	const pairs = nodes
		.slice(1)
		.map((next, index) => [
			nodes[index].name,
			{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
		]);
	return {
		nodes: nodes.map((node, index) => ({ id: `n${index}`, position: [index * 220, 0], ...node })),
		connections: Object.fromEntries(pairs),
	};
}

export { callingWorkflow, errorWorkflow };
