import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../../shared/api/client';
import { readDatasets } from '../../shared/api/readDatasets';
import { readExisting } from '../../shared/api/readExisting';
import { readProject } from '../../shared/api/readProject';
import { readId, readOptionalId } from '../../shared/n8n/locatorValues';
import { checkCustomProperties, OWN_PROPERTIES } from '../../shared/speech/customProperties';
import type { BaseModel, CustomModel, Dataset } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { datasetsOfCase, refuseEndpointOnBase } from '../../shared/speech/trainingCase';
import { noDatasets, readChosenDatasets, type EmptySource } from './trainingDatasets';
import { defaultModelName } from './modelName';
import type { TrainingOptions } from './readTrainingOptions';
import type { TrainingPlan } from './trainingPlan';

/**
 * Reads an item's fields and looks up all they name; nothing is started.
 *
 * @throws InputError or ServiceError when something is missing or wrong.
 */
export async function readTrainingPlan(
	context: IExecuteFunctions,
	client: SpeechClient,
	options: TrainingOptions,
	itemIndex: number,
): Promise<TrainingPlan> {
	const baseField = { name: 'baseModelId', label: 'Base Model', collection: 'baseModels' } as const;
	const baseId = readOptionalId(context, baseField, itemIndex);
	const { source, retrained, datasetIds } = await readSource(context, client, itemIndex);
	if (datasetIds.length === 0) {
		const { json } = context.getInputData()[itemIndex];
		throw await noDatasets(client, { source, retrained, json });
	}
	const datasets = await readDatasets(client, datasetIds, 'Datasets');
	const base =
		baseId === null
			? null
			: await readExisting<BaseModel>(client, 'baseModels', baseId, 'Base Model');
	const locale = retrained?.locale ?? datasets[0].locale;
	const typedName = context.getNodeParameter('displayName', itemIndex, '');
	const customProperties = mergedProperties(retrained, options);
	checkCustomProperties(customProperties);
	return {
		displayName:
			typedText(typedName) ||
			defaultModelName(retrained?.displayName ?? null, locale, base?.displayName ?? null),
		description: options.description || retrained?.description || '',
		locale,
		base,
		datasets,
		project: await readProject(client, options.projectId, retrained?.project),
		testDataset: await readTestDataset(client, options),
		customModelWeightPercent:
			options.customModelWeightPercent ?? retrained?.properties?.customModelWeightPercent ?? null,
		customProperties,
		retrained,
		allowPronunciationWithStructuredText: options.allowPronunciationWithStructuredText,
	};
}

/** A name of blanks stays one, so that it is refused and not quietly replaced. */
function typedText(name: unknown): string {
	const text = String(name ?? '');
	return text.trim() || text;
}

async function readSource(
	context: IExecuteFunctions,
	client: SpeechClient,
	itemIndex: number,
): Promise<Pick<EmptySource, 'source' | 'retrained'> & { datasetIds: string[] }> {
	const source = context.getNodeParameter('operation', itemIndex, 'item') as EmptySource['source'];
	if (source === 'new') {
		return { source, retrained: null, datasetIds: readChosenDatasets(context, itemIndex) };
	}
	const field = { name: 'modelId', label: 'Model', collection: 'models' } as const;
	if (source === 'item') {
		const { json } = context.getInputData()[itemIndex];
		const brought = datasetsOfCase(json).map(({ id }) => id);
		const isNew = brought.length > 0 || readOptionalId(context, field, itemIndex) === null;
		if (isNew && brought.length === 0) refuseEndpointOnBase(json);
		if (isNew) return { source, retrained: null, datasetIds: brought };
	}
	const missing = "The incoming item has no 'model'. Pick the model to retrain from the list.";
	const id = readId(context, field, itemIndex, missing);
	const retrained = await readExisting<CustomModel>(client, 'models', id, 'Model');
	return { source, retrained, datasetIds: (retrained.datasets ?? []).map(idOf) };
}

async function readTestDataset(
	client: SpeechClient,
	{ testDatasetId }: TrainingOptions,
): Promise<Dataset | null> {
	if (testDatasetId === undefined) return null;
	return await readExisting<Dataset>(client, 'datasets', testDatasetId, 'Test Dataset');
}

function mergedProperties(
	retrained: CustomModel | null,
	options: TrainingOptions,
): Record<string, string> {
	const merged = { ...retrained?.customProperties, ...options.customProperties };
	const entries = Object.entries(merged).filter(
		([name, value]) => !OWN_PROPERTIES.includes(name) && value !== null,
	);
	return Object.fromEntries(entries);
}
