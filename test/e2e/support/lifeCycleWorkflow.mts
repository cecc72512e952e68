import type { StoredCredential } from '../../../playground/n8n/credential.mts';
import { lifeCycleTemplate } from '../../../playground/workflows/lifeCycleTemplate.mts';
import type { WorkflowDraft } from '../../../playground/workflows/workflow.mts';

/** What reads the page of a test as any node of n8n would. */
export const READER = 'Read Page';

/**
 * The life cycle template after its set-up. Beside Test Model stands a node that reads its page, which belongs to
 * the tests.
 */
export function lifeCycleWorkflow(
	credential: StoredCredential,
	testDatasetId: string,
): WorkflowDraft {
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
