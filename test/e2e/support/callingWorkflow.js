const { workflowInARow } = require('../../../playground/lib/workflowInARow');

/**
 * A workflow that calls another one with a model, as a person's own would.
 *
 * @param {string} workflowId
 * @param {{ modelId: string, name?: string, giveUpAfterDays?: number }} inputs
 */
function callingWorkflow(workflowId, inputs) {
	const call = {
		name: 'Retrain',
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		parameters: {
			workflowId: { __rl: true, mode: 'id', value: workflowId },
			workflowInputs: { mappingMode: 'defineBelow', value: inputs, schema: [] },
		},
	};
	return workflowInARow('Calls Retrain Now', [call]);
}

module.exports = { callingWorkflow };
