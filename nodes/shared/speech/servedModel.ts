import { PREVIOUS_MODEL_PROPERTY } from './customProperties';
import type { BaseModel, CustomModel, Endpoint } from './entities';
import { COLLECTION_PATHS, idOf, isUuid, targetOf } from './references';
import { quoted } from './text';

/** A model an endpoint can serve. Plain data. */
export interface ServedModel {
	collection: 'models' | 'baseModels';
	id: string;
	/** Null when it cannot be told, such as of a model that was deleted. */
	displayName: string | null;
}

export function servedModel(
	collection: ServedModel['collection'],
	model: CustomModel | BaseModel,
): ServedModel {
	return { collection, id: idOf(model), displayName: model.displayName };
}

/** The model an endpoint is set to, by id only; null when it names none. */
export function modelOfEndpoint({ model }: Endpoint): Omit<ServedModel, 'displayName'> | null {
	const target = targetOf(model);
	if (target?.collection !== 'models' && target?.collection !== 'baseModels') return null;
	return { collection: target.collection, id: target.id };
}

/** Whether an endpoint is set to a model. The service may name a base model as it names custom ones. */
export function isSetTo(endpoint: Endpoint, { collection, id }: Omit<ServedModel, 'displayName'>) {
	const model = modelOfEndpoint(endpoint);
	return model?.id === id && (model.collection === collection || model.collection === 'models');
}

/** `'Retail en-US'`, or the id while the name is not known. */
export function nameOfModel({ displayName, id }: ServedModel): string {
	return displayName === null ? id : quoted(displayName);
}

/** How an endpoint remembers the model it served before. */
export function recordOf({ collection, id }: Omit<ServedModel, 'displayName'>): string {
	return `${COLLECTION_PATHS[collection].slice(1)}/${id}`;
}

/** The model an endpoint remembers; null when it remembers none that can be read. */
export function recordedModel({
	customProperties,
}: Endpoint): Omit<ServedModel, 'displayName'> | null {
	const record = customProperties?.[PREVIOUS_MODEL_PROPERTY] ?? '';
	const [, path, id] = /^(models|models\/base)\/([^/]+)$/.exec(record) ?? [];
	if (id === undefined || !isUuid(id)) return null;
	return { collection: path === 'models' ? 'models' : 'baseModels', id: id.toLowerCase() };
}
