import { workflowInARow } from '../../../playground/lib/workflowInARow.mts';

/**
 * A workflow that does nothing but deploy a model to an endpoint, with failed items on their own way.
 *
 */
function deployWorkflow(
	credential: { id: string; name: string; type: string },
	modelId: string,
	endpointId: string,
) {
	const byId = (value) => ({ __rl: true, mode: 'id', value });
	const deploy = {
		name: 'Deploy Model',
		type: 'deployModel',
		parameters: { modelId: byId(modelId), endpointId: byId(endpointId) },
		onError: 'continueErrorOutput',
	};
	return workflowInARow('Deploy One Model', [deploy], { credential });
}

export { deployWorkflow };
