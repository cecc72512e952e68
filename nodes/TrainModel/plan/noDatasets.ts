import type { SpeechClient } from '../../shared/api/client';
import type { CustomModel } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { COLLECTION_PATHS } from '../../shared/speech/references';
import { quoted } from '../../shared/speech/text';

/** The error for a training without data; it tells apart a resource that has none yet. */
export async function noDatasets(
	client: SpeechClient,
	retrained: CustomModel | null,
): Promise<InputError> {
	if (retrained) {
		return new InputError(
			`Model ${quoted(retrained.displayName)} names no datasets, so it cannot be retrained.`,
			"Set 'Source' to New Model and choose the data in 'Datasets'.",
		);
	}
	const first = await client.page(client.url(COLLECTION_PATHS.datasets, { top: 1 }));
	if (first.values.length + first.leftOut.length > 0) {
		return new InputError(
			'No datasets to train with: the incoming item brings none.',
			"Put Check Expiration or Upload Dataset before this node, or set 'Source' to New Model and choose some in 'Datasets', or to Existing Model to retrain one.",
		);
	}
	return new InputError(
		'No datasets to train with: this resource has none yet.',
		'Upload your data first: put Upload Dataset before this node.',
	);
}
