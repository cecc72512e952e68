const toPick = { __rl: true, mode: 'list', value: '' };

const NODES = [
	{
		name: 'Check Expiration',
		type: 'checkExpiration',
		parameters: { check: 'model', modelId: toPick },
	},
	{
		name: 'Newest Baseline',
		type: 'selectBaseline',
		parameters: { locale: toPick },
	},
	{
		name: 'Specific Baseline',
		type: 'selectBaseline',
		parameters: { pick: 'specific', baseModelId: toPick },
	},
	{
		name: 'Upload Dataset',
		type: 'uploadDataset',
		parameters: { locale: toPick },
	},
	{
		name: 'Train Model',
		type: 'trainModel',
		parameters: { source: 'retrain', modelId: toPick, baseModelId: toPick },
	},
	{
		name: 'Wait For Training',
		type: 'waitForTraining',
		parameters: { waitFor: 'model', modelId: toPick },
	},
	{
		name: 'Test Model',
		type: 'testModel',
		parameters: { modelId: toPick, testDatasetId: toPick, endpointId: toPick },
	},
	{
		name: 'Deploy Model',
		type: 'deployModel',
		parameters: { modelId: toPick, endpointId: toPick },
	},
];

/**
 * A workflow of the package's nodes, each set to pick from a list instead of reading the item.
 *
 */
function pickingWorkflow(credential: { id: string; name: string; type: string }) {
	const nodes = NODES.map(({ name, type, parameters }, index) => ({
		id: `picking-${index}`,
		name,
		type: `n8n-nodes-custom-speech.${type}`,
		typeVersion: 1,
		position: [index * 240, 0],
		parameters,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	}));
	return { name: 'Pick From Lists', nodes, connections: {}, settings: { executionOrder: 'v1' } };
}

export { pickingWorkflow };
