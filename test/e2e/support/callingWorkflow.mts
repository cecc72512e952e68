import { workflowInARow } from '../../../playground/lib/workflowInARow.mts';

/**
 * A workflow that calls another one with a model, as a person's own would.
 *
 */
function callingWorkflow(
	workflowId: string,
	inputs: { modelId: string; name?: string; giveUpAfterDays?: number },
) {
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

export { callingWorkflow };
