/**
 * A workflow that reads a file from disk and uploads it as a dataset.
 *
 * @param {{ id: string, name: string, type: string }} credential
 * @param {string} file as n8n may read it, below `.n8n-files` of its user folder
 * @param {object} [more]
 * @param {object} [more.parameters] of Upload Dataset
 * @param {object[]} [more.after] nodes of this package that follow: name, type and parameters
 */
function uploadWorkflow(credential, file, { parameters = {}, after = [] } = {}) {
	const nodes = [
		{
			name: 'Now',
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			parameters: { rule: { interval: [{ field: 'weeks' }] } },
		},
		{
			name: 'Read File',
			type: 'n8n-nodes-base.readWriteFile',
			typeVersion: 1,
			parameters: { operation: 'read', fileSelector: file, options: {} },
		},
		...[{ name: 'Upload Dataset', type: 'uploadDataset', parameters }, ...after].map((node) => ({
			...node,
			type: `n8n-nodes-custom-speech.${node.type}`,
			typeVersion: 1,
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		})),
	].map((node, index) => ({ id: `upload-${index}`, position: [index * 240, 0], ...node }));
	const connections = nodes.slice(1).map(({ name }, index) => {
		const next = [[{ node: name, type: 'main', index: 0 }]];
		return [nodes[index].name, { main: next }];
	});
	return {
		name: `Upload ${file.split('/').pop()}`,
		nodes,
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { uploadWorkflow };
