const { workflowInARow } = require('../../../playground/lib/workflowInARow');

/**
 * A workflow that does nothing but deploy a model to an endpoint, with failed items on their own way.
 *
 * @param {{ id: string, name: string, type: string }} credential
 * @param {string} modelId
 * @param {string} endpointId
 */
function deployWorkflow(credential, modelId, endpointId) {
	const byId = (value) => ({ __rl: true, mode: 'id', value });
	const deploy = {
		name: 'Deploy Model',
		type: 'deployModel',
		parameters: { modelId: byId(modelId), endpointId: byId(endpointId) },
		onError: 'continueErrorOutput',
	};
	return workflowInARow('Deploy One Model', [deploy], { credential });
}

module.exports = { deployWorkflow };
