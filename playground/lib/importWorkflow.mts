import fs from 'node:fs';
import { storeWorkflow } from './storeWorkflow.mts';

/**
 * Imports a workflow file and chooses its credential, which is all that a person would have to do.
 *
 * @param others credentials of nodes that are not ours, by the name of the node
 */
async function importWorkflow(
	session: ReturnType<typeof import('./n8nSession.mts').connectTo>,
	file: string,
	credential: { id: string; name: string; type: string },
	others: Record<string, object> = {},
): Promise<{ id: string; name: string; nodes: { name: string; disabled?: boolean }[] }> {
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

export { importWorkflow };
