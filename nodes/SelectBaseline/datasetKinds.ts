import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { readDatasets } from '../shared/api/readDatasets';
import { readExisting } from '../shared/api/readExisting';
import { idFromInput } from '../shared/n8n/locatorValues';
import { kindNamed } from '../shared/speech/datasetKinds';
import type { CustomModel } from '../shared/speech/entities';
import { InputError } from '../shared/speech/inputError';
import {
	datasetsOfCase,
	datasetsOfModel,
	hasModel,
	type CaseDataset,
} from '../shared/speech/trainingCase';

/**
 * The kinds of data an item's training will use: those ticked, or those of the item's datasets,
 * asked of the service where the item does not say.
 *
 * @throws InputError when a dataset or the model does not exist.
 */
export async function readDatasetKinds(
	context: IExecuteFunctions,
	client: SpeechClient,
	itemIndex: number,
): Promise<string[]> {
	if (context.getNodeParameter('datasetKindsFrom', itemIndex, 'item') === 'chosen') {
		return tickedKinds(context.getNodeParameter('datasetKinds', itemIndex, []));
	}
	const { json } = context.getInputData()[itemIndex];
	const datasets = await datasetsToUse(client, json);
	const unknown = datasets.filter(({ kind }) => kind === null).map(({ id }) => id);
	const looked = await readDatasets(client, unknown, 'datasets of the incoming item');
	const kinds = [...datasets, ...looked].map(({ kind }) => kind);
	return [...new Set(kinds.filter((kind): kind is string => kind !== null))];
}

function tickedKinds(value: unknown): string[] {
	const kinds = typeof value === 'string' ? value.split(',').map((kind) => kind.trim()) : value;
	const isList = Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string' && kind);
	// An expression may use the names of the portal; a kind that is new at the service keeps its own.
	if (isList && kinds.length > 0) return (kinds as string[]).map((kind) => kindNamed(kind) ?? kind);
	throw new InputError(
		"'Kinds' is empty.",
		'Select every kind of dataset that the training will use.',
	);
}

/** Those the item brings, else those its model was trained with. */
async function datasetsToUse(client: SpeechClient, json: IDataObject): Promise<CaseDataset[]> {
	const brought = datasetsOfCase(json);
	const known = brought.length > 0 ? brought : datasetsOfModel(json);
	if (known.length > 0 || !hasModel(json)) return known;
	const label = 'model of the incoming item';
	const id = idFromInput(json.model, { label, collection: 'models' })!;
	const { datasets } = await readExisting<CustomModel>(client, 'models', id, label);
	return datasetsOfCase({ datasets });
}
