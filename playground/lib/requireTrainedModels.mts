/**
 * Fails unless every model that an execution reports is there in the service, and trained.
 *
 * @param items what the execution put out
 * @returns the names of the models
 */
async function requireTrainedModels(
	{ url, key }: { url: string; key: string },
	items: { model?: { id?: string } }[],
): Promise<string[]> {
	const ids = items.map((item) => item.model?.id);
	if (ids.length === 0) throw new Error('The workflow ended without training a model');
	return await Promise.all(ids.map((id) => requireTrainedModel({ url, key }, id)));
}

async function requireTrainedModel({ url, key }, id) {
	const response = await fetch(`${url}/speechtotext/models/${id}?api-version=2025-10-15`, {
		headers: { 'Ocp-Apim-Subscription-Key': key },
	});
	const model = await response.json();
	if (!response.ok) throw new Error(`The service has no model ${id}: ${JSON.stringify(model)}`);
	if (model.status !== 'Succeeded') {
		throw new Error(`Model '${model.displayName}' is ${model.status} instead of Succeeded`);
	}
	return model.displayName;
}

export { requireTrainedModels };
