import type { IDataObject } from 'n8n-workflow';
import type { StoredCredential } from '../n8n/credential.mts';
import type { WorkflowDraft, WorkflowNode } from './workflow.mts';
import { workflowInARow } from './workflowInARow.mts';

/**
 * A workflow that reads files from disk and uploads each as a dataset.
 *
 * @param files path or pattern that n8n may read, below `.n8n-files` of its user folder
 * @param more.upload more of the node Upload Dataset, such as its parameters
 * @param more.after nodes of this package that follow: name, type and parameters
 */
export function uploadWorkflow(
	credential: StoredCredential,
	files: string,
	{ upload = {}, after = [] }: { upload?: Partial<WorkflowNode>; after?: WorkflowNode[] } = {},
): WorkflowDraft {
	const read: WorkflowNode = {
		name: 'Read Files',
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1,
		parameters: { operation: 'read', fileSelector: files, options: {} },
	};
	const parameters: IDataObject = {};
	const ours = { name: 'Upload Dataset', type: 'uploadDataset', parameters, ...upload };
	const [fileName = ''] = files.split('/').slice(-1);
	return workflowInARow(`Upload ${fileName}`, [read, ours, ...after], { credential });
}
