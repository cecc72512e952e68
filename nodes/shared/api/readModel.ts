import type { BaseModel, CustomModel } from '../speech/entities';
import { targetOf } from '../speech/references';
import type { SpeechClient } from './client';
import { notFoundAsNull } from './readExisting';
import { missing } from './whatItIs';

/** A model that a person or an item named. */
export interface ModelTarget {
	/** Null while it is not known whether the ID is of a custom model or of a base model. */
	collection: 'models' | 'baseModels' | null;
	id: string;
}

/** A model as it is at this moment. */
export type FoundModel =
	| { collection: 'models'; model: CustomModel }
	| { collection: 'baseModels'; model: BaseModel };

/**
 * Reads a custom or a base model afresh. A bare ID is looked for among both.
 *
 * @param label Of the field that named it.
 * @throws InputError when it is not there.
 */
export async function readModel(
	client: SpeechClient,
	target: ModelTarget,
	label: string,
): Promise<FoundModel> {
	const model = await findModel(client, target);
	if (model) return model;
	throw await missing(client, target.collection ?? 'models', target.id, label);
}

/** The same for a model that may be gone: null when it is not there. */
export async function findModel(
	client: SpeechClient,
	{ collection, id }: ModelTarget,
): Promise<FoundModel | null> {
	if (collection !== null) {
		const reply = await client.read<CustomModel | BaseModel>(collection, id).catch(notFoundAsNull);
		return reply && found(reply.body);
	}
	const custom = await client.read<CustomModel>('models', id).catch(notFoundAsNull);
	if (custom) return found(custom.body);
	const base = await client.read<BaseModel>('baseModels', id).catch(notFoundAsNull);
	return base && { collection: 'baseModels', model: base.body };
}

/** By its own URL: an older version of the service gave base models under the path of custom models, too. */
function found(model: CustomModel | BaseModel): FoundModel {
	return targetOf(model)?.collection === 'baseModels'
		? { collection: 'baseModels', model: model as BaseModel }
		: { collection: 'models', model: model as CustomModel };
}
