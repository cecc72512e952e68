import type { SpeechClient } from '../shared/api/client';
import { allOf, equals } from '../shared/api/filter';
import { startOnce, type OncePlan, type Settling } from '../shared/api/startOnce';
import {
	TEST_FINGERPRINT_PROPERTY,
	TESTING_KIND_PROPERTY,
} from '../shared/speech/customProperties';
import type { EntityReference, Evaluation } from '../shared/speech/entities';
import { markedFingerprint } from '../shared/speech/fingerprint';
import { InputError } from '../shared/speech/inputError';
import { COLLECTION_PATHS, idOf, targetOf, type Collection } from '../shared/speech/references';
import { stateOf } from '../shared/speech/status';
import { quoted } from '../shared/speech/text';
import { testFingerprint, testingKindProperty, type TestPlan } from './plan/testPlan';

/**
 * Starts the test unless the same pair has been tested on the same data before; the tries of one run start it only once.
 *
 * @param run Equal for all tries of one run, different for every other run.
 * @throws InputError when it exists and the person chose to fail then.
 */
export async function startTest(
	client: SpeechClient,
	plan: TestPlan,
	run: string,
): Promise<Settling<Evaluation>> {
	const { ifAlreadyTested: ifThere, candidate } = plan;
	const mark = markedFingerprint(testFingerprint(plan), run, ifThere === 'again');
	return await startOnce<Evaluation>(client, {
		wanted: sameTests(plan),
		locale: candidate.locale,
		isUsable: (test) => stateOf(test) !== 'failed',
		mark,
		property: TEST_FINGERPRINT_PROPERTY,
		ifThere,
		post: async () =>
			await client.post<Evaluation>(COLLECTION_PATHS.evaluations, requestBody(client, plan, mark)),
		alreadyThere,
	});
}

/** Tests of the pair on the data, also those made by hand: unlike a training, a test itself says what it is made of. */
function sameTests(plan: TestPlan): OncePlan<Evaluation>['wanted'] {
	const { candidate, reference, dataset } = plan;
	return {
		collection: 'evaluations',
		query: { filter: allOf(equals('locale', candidate.locale)) },
		isSame: (test) => isSame(test, plan),
		traces: [reference.model, candidate, dataset].map(idOf),
	};
}

function isSame(test: Evaluation, plan: TestPlan) {
	const { reference, candidate, candidateCollection, dataset, testingKind } = plan;
	// Figures are there either way, but the portals let a person listen only to what is no Evaluation.
	const isForListening = test.customProperties?.[TESTING_KIND_PROPERTY] !== 'Evaluation';
	return (
		isTo(test.model1, reference.collection, idOf(reference.model)) &&
		isTo(test.model2, candidateCollection, idOf(candidate)) &&
		isTo(test.dataset, 'datasets', idOf(dataset)) &&
		(testingKind === 'Evaluation' || isForListening)
	);
}

function isTo(link: EntityReference | undefined, collection: Collection, id: string): boolean {
	const target = targetOf(link);
	// The service may name a base model as it names custom ones.
	const isAlike = target?.collection === 'models' && collection === 'baseModels';
	return target?.id === id && (isAlike || target.collection === collection);
}

function requestBody(client: SpeechClient, plan: TestPlan, mark: string): object {
	const { candidate, reference, dataset, project, testingKind } = plan;
	return {
		displayName: plan.displayName,
		locale: candidate.locale,
		model1: client.reference(reference.collection, idOf(reference.model)),
		model2: client.reference(plan.candidateCollection, idOf(candidate)),
		dataset: client.reference('datasets', idOf(dataset)),
		customProperties: { ...testingKindProperty(testingKind), [TEST_FINGERPRINT_PROPERTY]: mark },
		...(project && { project: client.reference('projects', idOf(project)) }),
	};
}

function alreadyThere(test: Evaluation): InputError {
	return new InputError(
		`These two models were tested on this dataset before: ${quoted(test.displayName)} (${idOf(test)}).`,
		"Set 'If Already Tested' to Use It or Test Again.",
	);
}
