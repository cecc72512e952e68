import type { WorkflowDraft } from '../../../playground/workflows/workflow.mts';
import { workflowInARow } from '../../../playground/workflows/workflowInARow.mts';
import { byId } from '../../support/locator.ts';

/** A workflow that calls another one with a model, as a person's own would. */
export function callingWorkflow(
	workflowId: string,
	inputs: { modelId: string; name?: string; giveUpAfterDays?: number },
): WorkflowDraft {
	const call = {
		name: 'Retrain',
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		parameters: {
			workflowId: byId(workflowId),
			workflowInputs: { mappingMode: 'defineBelow', value: inputs, schema: [] },
		},
	};
	return workflowInARow('Calls Retrain Now', [call]);
}
