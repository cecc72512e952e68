const { storeWorkflow } = require('../../playground/lib/storeWorkflow');
const { waitUntil } = require('../../playground/lib/waitUntil');

/**
 * Stores a workflow whose web hook bears its name, and has n8n listen to it.
 *
 * @param {ReturnType<typeof import('../../playground/lib/n8nSession').connectTo>} session
 * @param {object} workflow
 */
async function publish(session, workflow) {
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

module.exports = { publish, startByHook };
