import type { SpeechClient } from '../../shared/api/client';
import { notFoundAsNull } from '../../shared/api/readExisting';
import { isServable, supportsEndpoints } from '../../shared/speech/endpointSupport';
import type { BaseModel, CustomModel } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { targetOf } from '../../shared/speech/references';
import { quoted } from '../../shared/speech/text';

/**
 * Makes sure that an endpoint can serve a model, as far as the service tells: by the model's own features, and where
 * it has none, by those of its base model.
 *
 * @param label Of the field that named it.
 * @throws InputError when the service says that no endpoint can.
 */
export async function checkServable(
	client: SpeechClient,
	model: CustomModel | BaseModel,
	label: string,
): Promise<void> {
	const base = supportsEndpoints(model) === null ? await baseOf(client, model) : null;
	if (isServable(model, base) !== false) return;
	const from = base ? `, as its base model ${quoted(base.displayName)} is` : '';
	throw new InputError(
		`No endpoint can serve model ${quoted(model.displayName)} in '${label}': it is for batch transcription only${from}.`,
		'Name the model in your batch transcriptions, which need no endpoint, or deploy a model trained from another base model: Select Baseline passes over those that no endpoint can serve.',
	);
}

/** Null for a base model itself, and when the base is not there any more. */
async function baseOf(client: SpeechClient, { baseModel }: CustomModel): Promise<BaseModel | null> {
	const id = targetOf(baseModel)?.id;
	if (id === undefined) return null;
	return await client.readOnce<BaseModel>('baseModels', id).catch(notFoundAsNull);
}
