import fs from 'node:fs';
import path from 'node:path';
import { workflows } from './paths.mts';

/**
 * The life cycle template as a person has it after the set-up: credential and test data chosen.
 *
 */
function lifeCycleTemplate(
	credential: { id: string; name: string; type: string },
	testDatasetId: string,
) {
	const file = path.join(workflows, 'retrain-test-deploy.json');
	const workflow = JSON.parse(fs.readFileSync(file, 'utf8'));
	for (const node of workflow.nodes) {
		if (!node.type.startsWith('n8n-nodes-custom-speech.')) continue;
		node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	}
	const train = workflow.nodes.find(({ name }) => name === 'Train Model');
	train.parameters.options.testDatasetId = { __rl: true, mode: 'id', value: testDatasetId };
	return workflow;
}

export { lifeCycleTemplate };
