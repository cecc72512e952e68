const fs = require('node:fs');
const { storeWorkflow } = require('./storeWorkflow');

/**
 * Imports a workflow file and chooses its credential, which is all that a person would have to do.
 *
 * @param {ReturnType<typeof import('./n8nSession').connectTo>} session
 * @param {string} file
 * @param {{ id: string, name: string, type: string }} credential
 * @param {Record<string, object>} [others] credentials of nodes that are not ours, by the name of the node
 * @returns {Promise<{ id: string, name: string, nodes: { name: string, disabled?: boolean }[] }>}
 */
async function importWorkflow(session, file, credential, others = {}) {
	const workflow = JSON.parse(fs.readFileSync(file, 'utf8'));
	for (const node of workflow.nodes) {
		if (isOurs(node)) {
			node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
		} else if (others[node.name]) node.credentials = others[node.name];
	}
	return await storeWorkflow(session, workflow);
}

function isOurs(node) {
	return node.type.startsWith('n8n-nodes-custom-speech.');
}

module.exports = { importWorkflow };
