const fs = require('node:fs');
const path = require('node:path');
const { workflows } = require('../../../playground/lib/paths');

/** What reads the page of a test as any node of n8n would. */
const READER = 'Read Page';

/**
 * The life cycle template as a person has it after the set-up: credential and test data chosen.
 * Beside Test Model stands a node that reads its page, which belongs to the tests.
 *
 * @param {{ id: string, name: string, type: string }} credential
 * @param {string} testDatasetId
 */
function lifeCycleWorkflow(credential, testDatasetId) {
	const file = path.join(workflows, 'retrain-test-deploy.json');
	const workflow = JSON.parse(fs.readFileSync(file, 'utf8'));
	for (const node of workflow.nodes) {
		if (!node.type.startsWith('n8n-nodes-custom-speech.')) continue;
		node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	}
	nodeNamed(workflow, 'Train Model').parameters.options.testDatasetId = {
		__rl: true,
		mode: 'id',
		value: testDatasetId,
	};
	workflow.nodes.push({
		id: 'reader',
		name: READER,
		type: 'n8n-nodes-base.extractFromFile',
		typeVersion: 1,
		position: [1632, 352],
		parameters: { operation: 'text', binaryPropertyName: 'report', options: {} },
	});
	workflow.connections['Test Model'].main[0].push({ node: READER, type: 'main', index: 0 });
	return workflow;
}

function nodeNamed({ nodes }, name) {
	return nodes.find((node) => node.name === name);
}

module.exports = { lifeCycleWorkflow, READER };
