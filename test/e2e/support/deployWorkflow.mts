import type { StoredCredential } from '../../../playground/n8n/credential.mts';
import type { WorkflowDraft, WorkflowNode } from '../../../playground/workflows/workflow.mts';
import { workflowInARow } from '../../../playground/workflows/workflowInARow.mts';
import { byId } from '../../support/locator.ts';

/** A workflow that does nothing but deploy a model to an endpoint, with failed items on their own way. */
export function deployWorkflow(
	credential: StoredCredential,
	modelId: string,
	endpointId: string,
): WorkflowDraft {
	const deploy: WorkflowNode = {
		name: 'Deploy Model',
		type: 'deployModel',
		parameters: { modelId: byId(modelId), endpointId: byId(endpointId) },
		onError: 'continueErrorOutput',
	};
	return workflowInARow('Deploy One Model', [deploy], { credential });
}
