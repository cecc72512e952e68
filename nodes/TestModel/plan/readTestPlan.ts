import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../../shared/api/client';
import { readAfresh } from '../../shared/api/readExisting';
import { readModel } from '../../shared/api/readModel';
import { IF_THERE } from '../../shared/api/startOnce';
import { readModelTarget } from '../../shared/n8n/anyModelField';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readId } from '../../shared/n8n/locatorValues';
import { readProjectFor } from '../../shared/n8n/projectOption';
import type { Dataset } from '../../shared/speech/entities';
import { cleanText } from '../../shared/speech/text';
import { findReference } from './findReference';
import { isAlone, nameOfReference, type TestingKind, type TestPlan } from './testPlan';

/**
 * Reads an item's fields and looks up all they name; nothing is started.
 *
 * @throws InputError or ServiceError when something is missing or wrong.
 */
export async function readTestPlan(
	context: IExecuteFunctions,
	client: SpeechClient,
	itemIndex: number,
): Promise<TestPlan> {
	const operation = context.getNodeParameter('operation', itemIndex, 'evaluate') as string;
	const testingKind: TestingKind = operation === 'inspect' ? 'Inspection' : 'Evaluation';
	const modelField = { name: 'modelId', label: 'Model' };
	const datasetField = {
		name: 'testDatasetId',
		label: 'Test Dataset',
		collection: 'datasets',
	} as const;
	const missing = "The incoming item has no 'model'. Pick the model to test from the list.";
	const modelTarget = readModelTarget(context, modelField, itemIndex, missing);
	const noData =
		"The incoming item has no 'testDataset'. Pick one from the list, or set 'Test Dataset' in Train Model.";
	const datasetId = readId(context, datasetField, itemIndex, noData);
	const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	// Never what an earlier node has said of it: a wait may have been interrupted.
	const tested = await readModel(client, modelTarget, 'Model');
	const reference = await findReference(
		context,
		client,
		{ ...tested, datasetId, testingKind },
		itemIndex,
	);
	const candidate = tested.model;
	return {
		testingKind,
		candidate,
		candidateCollection: tested.collection,
		reference,
		dataset: await readAfresh<Dataset>(client, 'datasets', datasetId, 'Test Dataset'),
		displayName: String(options.name ?? '').trim() || defaultName({ candidate, reference }),
		project: await readProjectFor(context, client, candidate, itemIndex),
		ifAlreadyTested: choiceFromInput(options.ifAlreadyTested, {
			label: 'If Already Tested',
			choices: IF_THERE,
			fallback: 'use',
		}),
	};
}

function defaultName(tested: Pick<TestPlan, 'candidate' | 'reference'>): string {
	const name = cleanText(tested.candidate.displayName, 100);
	if (isAlone(tested)) return `${name} alone`;
	return `${name} against ${cleanText(nameOfReference(tested.reference), 100)}`;
}
