import { workflowInARow } from './workflowInARow.mts';

/**
 * A workflow that reads files from disk and uploads each as a dataset.
 *
 * @param files path or pattern that n8n may read, below `.n8n-files` of its user folder
 * @param more.upload more of the node Upload Dataset, such as its parameters
 * @param more.after nodes of this package that follow: name, type and parameters
 */
function uploadWorkflow(
	credential: { id: string; name: string; type: string },
	files: string,
	{ upload = {}, after = [] }: { upload?: object; after?: object[] } = {},
) {
	const read = {
		name: 'Read Files',
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1,
		parameters: { operation: 'read', fileSelector: files, options: {} },
	};
	const nodes = [read, { name: 'Upload Dataset', type: 'uploadDataset', ...upload }, ...after];
	return workflowInARow(`Upload ${files.split('/').pop()}`, nodes, { credential });
}

export { uploadWorkflow };
