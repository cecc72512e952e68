import { storeWorkflow } from '../../playground/lib/storeWorkflow.mts';
import { waitUntil } from '../../playground/lib/waitUntil.mts';

/**
 * Stores a workflow whose web hook bears its name, and has n8n listen to it.
 *
 */
async function publish(
	session: ReturnType<typeof import('../../playground/lib/n8nSession.mts').connectTo>,
	workflow: object,
) {
	const { id, versionId, name } = await storeWorkflow(session, workflow);
	await session.post(`/rest/workflows/${id}/activate`, { versionId });
	return { id, name };
}

/** Starts an execution that waits for models. */
async function startByHook({ url }, { name }, models) {
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

export { publish, startByHook };
