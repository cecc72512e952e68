import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { readAfresh } from '../shared/api/readExisting';
import { IF_THERE } from '../shared/api/startOnce';
import { choiceFromInput } from '../shared/n8n/choices';
import { readId } from '../shared/n8n/locatorValues';
import { readProjectFor } from '../shared/n8n/projectOption';
import type { CustomModel, Dataset } from '../shared/speech/entities';
import { cleanText } from '../shared/speech/text';
import { findReference } from './findReference';
import type { TestingKind, TestPlan } from './testPlan';

/**
 * Reads an item's fields and looks up all they name; nothing is started.
 *
 * @throws InputError or ServiceError when something is missing or wrong.
 */
export async function readPlan(
	context: IExecuteFunctions,
	client: SpeechClient,
	itemIndex: number,
): Promise<TestPlan> {
	const operation = context.getNodeParameter('operation', itemIndex, 'evaluate') as string;
	const testingKind: TestingKind = operation === 'inspect' ? 'Inspection' : 'Evaluation';
	const modelField = { name: 'modelId', label: 'Model', collection: 'models' } as const;
	const datasetField = {
		name: 'testDatasetId',
		label: 'Test Dataset',
		collection: 'datasets',
	} as const;
	const missing = "The incoming item has no 'model'. Pick the model to test from the list.";
	const modelId = readId(context, modelField, itemIndex, missing);
	const noData =
		"The incoming item has no 'testDataset'. Pick one from the list, or give one to Train Model in 'Add Test'.";
	const datasetId = readId(context, datasetField, itemIndex, noData);
	const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	// Never what an earlier node has said of it: a wait may have been interrupted.
	const candidate = await readAfresh<CustomModel>(client, 'models', modelId, 'Model');
	const reference = await findReference(context, client, candidate, itemIndex);
	return {
		testingKind,
		candidate,
		reference,
		dataset: await readAfresh<Dataset>(client, 'datasets', datasetId, 'Test Dataset'),
		displayName:
			String(options.name ?? '').trim() || defaultName(candidate, reference.model.displayName),
		project: await readProjectFor(context, client, candidate, itemIndex),
		ifAlreadyTested: choiceFromInput(options.ifAlreadyTested, {
			label: 'If Already Tested',
			choices: IF_THERE,
			fallback: 'use',
		}),
	};
}

function defaultName({ displayName }: CustomModel, referenceName: string): string {
	return `${cleanText(displayName, 100)} against ${cleanText(referenceName, 100)}`;
}
