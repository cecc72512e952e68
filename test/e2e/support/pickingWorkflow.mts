import type { StoredCredential } from '../../../playground/n8n/credential.mts';
import {
	credentialsWith,
	OUR_PREFIX,
	type WorkflowDraft,
} from '../../../playground/workflows/workflow.mts';

const toPick = { __rl: true, mode: 'list', value: '' };

const NODES = [
	{
		name: 'Check Expiration',
		type: 'checkExpiration',
		parameters: { operation: 'model', modelId: toPick },
	},
	{
		name: 'Newest Baseline',
		type: 'selectBaseline',
		parameters: { locale: toPick },
	},
	{
		name: 'Specific Baseline',
		type: 'selectBaseline',
		parameters: { operation: 'specific', baseModelId: toPick },
	},
	{
		name: 'Upload Dataset',
		type: 'uploadDataset',
		parameters: { locale: toPick },
	},
	{
		name: 'Train Model',
		type: 'trainModel',
		parameters: { operation: 'retrain', modelId: toPick, baseModelId: toPick },
	},
	{
		name: 'Wait For Training',
		type: 'waitForTraining',
		parameters: { operation: 'model', modelId: toPick },
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

/** A workflow of the package's nodes, each set to pick from a list instead of reading the item. */
export function pickingWorkflow(credential: StoredCredential): WorkflowDraft {
	return {
		name: 'Pick From Lists',
		nodes: NODES.map(({ name, type, parameters }, index) => ({
			id: `picking-${index}`,
			name,
			type: `${OUR_PREFIX}${type}`,
			typeVersion: 1,
			position: [index * 240, 0],
			parameters,
			credentials: credentialsWith(credential),
		})),
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}
