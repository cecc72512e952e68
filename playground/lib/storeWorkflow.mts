/**
 * Stores a workflow as the editor does.
 *
 * @template W
 */
async function storeWorkflow<W>(
	session: ReturnType<typeof import('./n8nSession.mts').connectTo>,
	workflow: W,
): Promise<W & { id: string; versionId: string }> {
	// An older n8n takes it only when it says whether it is active.
	return await session.post('/rest/workflows', { active: false, ...workflow });
}

export { storeWorkflow };
