import type { SpeechClient } from '../../shared/api/client';
import { notFoundAsNull } from '../../shared/api/readExisting';
import { readModel, type ModelTarget } from '../../shared/api/readModel';
import type { BaseModel, CustomModel, Endpoint } from '../../shared/speech/entities';
import { modelOfEndpoint, servedModel, type ServedModel } from '../../shared/speech/servedModel';

/** The model an endpoint is set to, with its name when it can be told; null when it names none. */
export async function readServed(
	client: SpeechClient,
	endpoint: Endpoint,
): Promise<ServedModel | null> {
	const model = modelOfEndpoint(endpoint);
	return model && (await withName(client, model));
}

/** A model with its name, when it is still there. */
export async function withName(
	client: SpeechClient,
	{ collection, id }: Omit<ServedModel, 'displayName'>,
): Promise<ServedModel> {
	const model = await client.readOnce<CustomModel>(collection, id).catch(notFoundAsNull);
	if (model || collection === 'baseModels') {
		return { collection, id, displayName: model?.displayName ?? null };
	}
	// The service may name a base model as it names custom ones.
	const base = await client.readOnce<BaseModel>('baseModels', id).catch(notFoundAsNull);
	return base ? servedModel('baseModels', base) : { collection, id, displayName: null };
}

/**
 * A model as it is at this moment, and as it is deployed.
 *
 * @param label Of the field that named it.
 * @throws InputError when it does not exist.
 */
export async function readDeployable(
	client: SpeechClient,
	target: ModelTarget,
	label: string,
): Promise<{ entity: CustomModel | BaseModel; model: ServedModel }> {
	const { collection, model } = await readModel(client, target, label);
	return { entity: model, model: servedModel(collection, model) };
}
