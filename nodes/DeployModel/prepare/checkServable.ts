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
	const from = base ? `, like its base model ${quoted(base.displayName)}` : '';
	throw new InputError(
		`Model ${quoted(model.displayName)} in '${label}' cannot be deployed to an endpoint: it is for batch transcription only${from}.`,
		'Use the model in batch transcriptions, which need no endpoint. Or deploy a model trained from another base model: Select Baseline skips base models that are for batch transcription only.',
	);
}

/** Null for a base model itself, and when the base is not there any more. */
async function baseOf(client: SpeechClient, { baseModel }: CustomModel): Promise<BaseModel | null> {
	const id = targetOf(baseModel)?.id;
	if (id === undefined) return null;
	return await client.readOnce<BaseModel>('baseModels', id).catch(notFoundAsNull);
}
