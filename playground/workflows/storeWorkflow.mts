import type { N8nSession } from '../n8n/n8nSession.mts';
import { storedWorkflow, type StoredWorkflow, type WorkflowDraft } from './workflow.mts';

/** Stores a workflow as the editor does. */
export async function storeWorkflow(
	session: N8nSession,
	workflow: WorkflowDraft,
): Promise<StoredWorkflow> {
	// An older n8n takes it only when it says whether it is active.
	return storedWorkflow(await session.post('/rest/workflows', { active: false, ...workflow }));
}

/** What n8n has stored of a workflow. */
export async function readWorkflow(session: N8nSession, id: string): Promise<StoredWorkflow> {
	return storedWorkflow(await session.get(`/rest/workflows/${id}`));
}

/** Has n8n listen to the trigger of a workflow, and lets others call it. */
export async function publishWorkflow(
	session: N8nSession,
	{ id, versionId }: Pick<StoredWorkflow, 'id' | 'versionId'>,
): Promise<void> {
	await session.post(`/rest/workflows/${id}/activate`, { versionId });
}
