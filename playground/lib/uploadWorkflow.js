const { workflowInARow } = require('./workflowInARow');

/**
 * A workflow that reads files from disk and uploads each as a dataset.
 *
 * @param {{ id: string, name: string, type: string }} credential
 * @param {string} files path or pattern that n8n may read, below `.n8n-files` of its user folder
 * @param {object} [more]
 * @param {object} [more.upload] more of the node Upload Dataset, such as its parameters
 * @param {object[]} [more.after] nodes of this package that follow: name, type and parameters
 */
function uploadWorkflow(credential, files, { upload = {}, after = [] } = {}) {
	const read = {
		name: 'Read Files',
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1,
		parameters: { operation: 'read', fileSelector: files, options: {} },
	};
	const nodes = [read, { name: 'Upload Dataset', type: 'uploadDataset', ...upload }, ...after];
	return workflowInARow(`Upload ${files.split('/').pop()}`, nodes, { credential });
}

module.exports = { uploadWorkflow };
