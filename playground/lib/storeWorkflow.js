/**
 * Stores a workflow as the editor does.
 *
 * @template W
 * @param {ReturnType<typeof import('./n8nSession').connectTo>} session
 * @param {W} workflow
 * @returns {Promise<W & { id: string, versionId: string }>}
 */
async function storeWorkflow(session, workflow) {
	// An older n8n takes it only when it says whether it is active.
	return await session.post('/rest/workflows', { active: false, ...workflow });
}

module.exports = { storeWorkflow };
