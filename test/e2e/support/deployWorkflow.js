/**
 * A workflow that does nothing but deploy a model to an endpoint, with failed items on their own way.
 *
 * @param {{ id: string, name: string, type: string }} credential
 * @param {string} modelId
 * @param {string} endpointId
 */
function deployWorkflow(credential, modelId, endpointId) {
	const byId = (value) => ({ __rl: true, mode: 'id', value });
	const trigger = {
		id: 'trigger',
		name: 'Now',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		position: [0, 0],
		parameters: { rule: { interval: [{ field: 'weeks' }] } },
	};
	const deploy = {
		id: 'deploy',
		name: 'Deploy Model',
		type: 'n8n-nodes-custom-speech.deployModel',
		typeVersion: 1,
		position: [256, 0],
		parameters: { modelId: byId(modelId), endpointId: byId(endpointId) },
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		onError: 'continueErrorOutput',
	};
	return {
		name: 'Deploy One Model',
		nodes: [trigger, deploy],
		connections: { Now: { main: [[{ node: 'Deploy Model', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { deployWorkflow };
