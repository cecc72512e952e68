import type { BaseModel, CustomModel } from '../speech/entities';
import { targetOf } from '../speech/references';
import type { SpeechClient } from './client';
import { notFoundAsNull, readAfresh } from './readExisting';

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
	{ collection, id }: ModelTarget,
	label: string,
): Promise<FoundModel> {
	if (collection !== null) return found(await readAfresh(client, collection, id, label));
	const custom = await client.read<CustomModel>('models', id).catch(notFoundAsNull);
	if (custom) return found(custom.body);
	const base = await client.read<BaseModel>('baseModels', id).catch(notFoundAsNull);
	if (base) return { collection: 'baseModels', model: base.body };
	return found(await readAfresh(client, 'models', id, label));
}

/** By its own URL: an older version of the service gave base models under the path of custom models, too. */
function found(model: CustomModel | BaseModel): FoundModel {
	return targetOf(model)?.collection === 'baseModels'
		? { collection: 'baseModels', model: model as BaseModel }
		: { collection: 'models', model: model as CustomModel };
}
