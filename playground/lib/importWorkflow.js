const fs = require('node:fs');
const { storeWorkflow } = require('./storeWorkflow');

/**
 * Imports a workflow file and chooses its credential, which is all that a person would have to do.
 *
 * @param {ReturnType<typeof import('./n8nSession').connectTo>} session
 * @param {string} file
 * @param {{ id: string, name: string, type: string }} credential
 * @returns {Promise<{ id: string, name: string }>}
 */
async function importWorkflow(session, file, credential) {
	const workflow = JSON.parse(fs.readFileSync(file, 'utf8'));
	for (const node of workflow.nodes.filter(isOurs)) {
		node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	}
	return await storeWorkflow(session, workflow);
}

function isOurs(node) {
	return node.type.startsWith('n8n-nodes-custom-speech.');
}

module.exports = { importWorkflow };
