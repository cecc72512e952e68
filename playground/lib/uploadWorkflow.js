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
	const ours = [{ name: 'Upload Dataset', type: 'uploadDataset', ...upload }, ...after];
	const nodes = [
		{
			name: 'Now',
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			parameters: { rule: { interval: [{ field: 'weeks' }] } },
		},
		{
			name: 'Read Files',
			type: 'n8n-nodes-base.readWriteFile',
			typeVersion: 1,
			parameters: { operation: 'read', fileSelector: files, options: {} },
		},
		...ours.map((node) => ({
			...node,
			type: `n8n-nodes-custom-speech.${node.type}`,
			typeVersion: 1,
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		})),
	];
	const connections = nodes.slice(1).map(({ name }, index) => {
		const next = [[{ node: name, type: 'main', index: 0 }]];
		return [nodes[index].name, { main: next }];
	});
	return {
		name: `Upload ${files.split('/').pop()}`,
		nodes: nodes.map((node, index) => ({
			id: `upload-${index}`,
			position: [index * 240, 0],
			...node,
		})),
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { uploadWorkflow };
