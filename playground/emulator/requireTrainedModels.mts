import type { IDataObject } from 'n8n-workflow';
import { object, record, text } from '../json.mts';
import type { EmulatorAccess } from './emulatorControl.mts';

const trainedModel = object<{ displayName: string; status: string }>({
	displayName: text,
	status: text,
});

/**
 * Fails unless every model that an execution reports is there in the service, and trained.
 *
 * @param items what the execution put out
 * @returns the names of the models
 */
export async function requireTrainedModels(
	access: EmulatorAccess,
	items: IDataObject[],
): Promise<string[]> {
	if (items.length === 0) throw new Error('The workflow ended without training a model');
	const ids = items.map(({ model }) => text(record(model).id));
	return await Promise.all(ids.map((id) => requireTrainedModel(access, id)));
}

async function requireTrainedModel({ url, key }: EmulatorAccess, id: string): Promise<string> {
	const response = await fetch(`${url}/speechtotext/models/${id}?api-version=2025-10-15`, {
		headers: { 'Ocp-Apim-Subscription-Key': key },
	});
	const answer: unknown = await response.json();
	if (!response.ok) throw new Error(`The service has no model ${id}: ${JSON.stringify(answer)}`);
	const { displayName, status } = trainedModel(answer);
	if (status !== 'Succeeded') {
		throw new Error(`Model '${displayName}' is ${status} instead of Succeeded`);
	}
	return displayName;
}
