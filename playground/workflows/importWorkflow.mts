import fs from 'node:fs';
import type { StoredCredential } from '../n8n/credential.mts';
import type { N8nSession } from '../n8n/n8nSession.mts';
import { storeWorkflow } from './storeWorkflow.mts';
import {
	credentialsWith,
	isOurs,
	workflowDraft,
	type NodeCredential,
	type StoredWorkflow,
	type WorkflowDraft,
} from './workflow.mts';

/**
 * Imports a workflow file and chooses its credential, which is all that a person would have to do.
 *
 * @param others credentials of nodes that are not ours, by the name of the node
 */
export async function importWorkflow(
	session: N8nSession,
	file: string,
	credential: StoredCredential,
	others: Partial<Record<string, Record<string, NodeCredential>>> = {},
): Promise<StoredWorkflow> {
	const workflow = withCredential(readWorkflowFile(file), credential);
	for (const node of workflow.nodes) {
		const chosen = others[node.name];
		if (chosen && !isOurs(node)) node.credentials = chosen;
	}
	return await storeWorkflow(session, workflow);
}

export function readWorkflowFile(file: string): WorkflowDraft {
	return workflowDraft(JSON.parse(fs.readFileSync(file, 'utf8')));
}

/** Gives this package's own nodes their credential. */
export function withCredential<W extends WorkflowDraft>(
	workflow: W,
	credential: StoredCredential,
): W {
	for (const node of workflow.nodes) {
		if (isOurs(node)) node.credentials = credentialsWith(credential);
	}
	return workflow;
}
