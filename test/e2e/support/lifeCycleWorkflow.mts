import { lifeCycleTemplate } from '../../../playground/lib/lifeCycleTemplate.mts';

/** What reads the page of a test as any node of n8n would. */
const READER = 'Read Page';

/**
 * The life cycle template after its set-up. Beside Test Model stands a node that reads its page, which belongs to
 * the tests.
 *
 */
function lifeCycleWorkflow(
	credential: { id: string; name: string; type: string },
	testDatasetId: string,
) {
	const workflow = lifeCycleTemplate(credential, testDatasetId);
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

export { lifeCycleWorkflow, READER };
