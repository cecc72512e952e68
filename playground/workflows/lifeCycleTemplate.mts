import path from 'node:path';
import { record } from '../json.mts';
import type { StoredCredential } from '../n8n/credential.mts';
import { workflows } from '../paths.mts';
import { readWorkflowFile, withCredential } from './importWorkflow.mts';
import { nodeNamed, type WorkflowDraft } from './workflow.mts';

/** The life cycle template as a person has it after the set-up: credential and test data chosen. */
export function lifeCycleTemplate(
	credential: StoredCredential,
	testDatasetId: string,
): WorkflowDraft {
	const file = path.join(workflows, 'retrain-test-deploy.json');
	const workflow = withCredential(readWorkflowFile(file), credential);
	const train = nodeNamed(workflow, 'Train Model');
	train.parameters.options = {
		...record(train.parameters.options),
		testDatasetId: { __rl: true, mode: 'id', value: testDatasetId },
	};
	return workflow;
}
