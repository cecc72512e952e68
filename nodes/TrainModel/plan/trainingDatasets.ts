import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../../shared/api/client';
import { idFromInput, locatorValue, severalOf } from '../../shared/n8n/locatorValues';
import type { CustomModel, Dataset } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { isObject } from '../../shared/speech/jsonObject';
import { COLLECTION_PATHS } from '../../shared/speech/references';
import { entityReader } from '../../shared/speech/shapes/readEntity';
import { quoted } from '../../shared/speech/text';
import { bringsDatasets } from '../../shared/speech/trainingCase';

const FIELD = { label: 'Datasets', collection: 'datasets' } as const;

/**
 * Ids of the datasets a person chose, each once and in their order.
 * One entry may hold several: an expression may give an array or a comma-separated list.
 *
 * @throws InputError for an entry that is no dataset.
 */
export function readChosenDatasets(context: IExecuteFunctions, itemIndex: number): string[] {
	const { dataset = [] } = context.getNodeParameter('datasets', itemIndex, {}) as {
		dataset?: Array<{ datasetId?: unknown }>;
	};
	const inputs = dataset.flatMap(({ datasetId }) => severalOf(locatorValue(datasetId)));
	const ids = inputs.map((input) => idFromInput(input, FIELD));
	const empty = ids.indexOf(null);
	if (empty === -1) return [...new Set(ids as string[])];
	if (ids.length === 1) return [];
	throw new InputError(
		`Entry ${empty + 1} of ${ids.length} in 'Datasets' is empty.`,
		'Pick a dataset or remove the entry. Otherwise you could train with less data than you expect.',
	);
}

/** What the data of a training without any was to come from. */
export interface EmptySource {
	source: 'item' | 'new' | 'retrain';
	retrained: CustomModel | null;
	json: IDataObject;
}

/** The error for a training without data; it tells apart a resource that has none yet. */
export async function noDatasets(
	client: SpeechClient,
	{ source, retrained, json }: EmptySource,
): Promise<InputError> {
	if (retrained) {
		return new InputError(
			`Model ${quoted(retrained.displayName)} has no datasets, so it cannot be retrained.`,
			"Set 'Source' to New Model and choose the data in 'Datasets'.",
		);
	}
	const first = await client.page(
		client.url(COLLECTION_PATHS.datasets, { top: 1 }),
		entityReader<Dataset>('datasets'),
	);
	if (first.values.length + first.leftOut.length === 0) {
		return new InputError(
			'No datasets to train with: this resource has none yet.',
			'Upload your data first: add Upload Dataset before this node.',
		);
	}
	if (source === 'new') {
		return new InputError(
			"No datasets to train with: 'Datasets' is empty.",
			bringsDatasets(json)
				? "Set 'Source' to Incoming Item to train with the item's data, or choose at least one dataset from the list in 'Datasets'."
				: "Choose at least one dataset from the list in 'Datasets'.",
		);
	}
	if (isObject(json.testDataset)) {
		return new InputError(
			'No datasets to train with: the incoming item has only a test dataset.',
			"Set 'Intended Use' of Upload Dataset to Training, or upload other data for training. A model must not be tested with its training data.",
		);
	}
	return new InputError(
		'No datasets to train with: the incoming item has none.',
		"Add Check Expiration or Upload Dataset before this node. Or set 'Source' to New Model and choose datasets, or to Existing Model to retrain a model.",
	);
}
