/**
 * A workflow that calls another one with a model, as a person's own would.
 *
 * @param {string} workflowId
 * @param {{ modelId: string, name?: string, giveUpAfterDays?: number }} inputs
 */
function callingWorkflow(workflowId, inputs) {
	const trigger = {
		id: 'trigger',
		name: 'Now',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		position: [0, 0],
		parameters: { rule: { interval: [{ field: 'weeks' }] } },
	};
	const call = {
		id: 'call',
		name: 'Retrain',
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		position: [240, 0],
		parameters: {
			workflowId: { __rl: true, mode: 'id', value: workflowId },
			workflowInputs: { mappingMode: 'defineBelow', value: inputs, schema: [] },
		},
	};
	return {
		name: 'Calls Retrain Now',
		nodes: [trigger, call],
		connections: { Now: { main: [[{ node: 'Retrain', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { callingWorkflow };
