import { TESTING_KIND_PROPERTY } from '../../shared/speech/customProperties';
import type { EntityReference, Evaluation } from '../../shared/speech/entities';
import { targetOf, type Collection } from '../../shared/speech/references';
import type { ModelCollection, TestingKind } from './testPlan';

/** What makes a test one of a model, whatever that is compared with. */
export interface TestSubject {
	collection: ModelCollection;
	/** Of the model. */
	id: string;
	datasetId: string;
	testingKind: TestingKind;
}

/** Whether a test is of the model on the data and for the same use, also when it was made by hand. */
export function isTestOf(
	test: Evaluation,
	{ collection, id, datasetId, testingKind }: TestSubject,
): boolean {
	// Figures are there either way, but the portals let a person listen only to what is no Evaluation.
	const isForListening = test.customProperties?.[TESTING_KIND_PROPERTY] !== 'Evaluation';
	return (
		isTo(test.model2, collection, id) &&
		isTo(test.dataset, 'datasets', datasetId) &&
		(testingKind === 'Evaluation' || isForListening)
	);
}

/** Whether a link of a test leads to an entity. */
export function isTo(
	link: EntityReference | undefined,
	collection: Collection,
	id: string,
): boolean {
	const target = targetOf(link);
	// The service may name a base model as it names custom ones.
	const isAlike = target?.collection === 'models' && collection === 'baseModels';
	return target?.id === id && (isAlike || target.collection === collection);
}
