import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { waitUntil } from '../../playground/process/waitUntil.mts';
import { publishWorkflow, storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import type { WorkflowDraft, WorkflowReference } from '../../playground/workflows/workflow.mts';

/** Stores a workflow whose web hook bears its name, and has n8n listen to it. */
export async function publish(
	session: N8nSession,
	workflow: WorkflowDraft,
): Promise<WorkflowReference> {
	const stored = await storeWorkflow(session, workflow);
	await publishWorkflow(session, stored);
	return { id: stored.id, name: stored.name };
}

/** Starts an execution that waits for models. */
export async function startByHook(
	{ url }: { url: string },
	{ name }: WorkflowReference,
	models: string[],
): Promise<void> {
	await waitUntil(
		async () => {
			const response = await fetch(`${url}/webhook/${name}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ models }),
			});
			return response.ok;
		},
		{ every: 200, patience: 20_000, otherwise: () => `No web hook of '${name}'` },
	);
}
