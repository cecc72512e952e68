import type { SpeechClient } from '../shared/api/client';
import { allOf, equals } from '../shared/api/filter';
import { startOnce, type OncePlan, type Settling } from '../shared/api/startOnce';
import { TEST_FINGERPRINT_PROPERTY } from '../shared/speech/customProperties';
import type { Evaluation } from '../shared/speech/entities';
import { markedFingerprint } from '../shared/speech/fingerprint';
import { InputError } from '../shared/speech/inputError';
import { idOf } from '../shared/speech/references';
import { stateOf } from '../shared/speech/status';
import { quoted } from '../shared/speech/text';
import { checkStartable } from './plan/checkTest';
import { isTestOf, isTo } from './plan/sameTest';
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
		post: async () => {
			await checkStartable(client, plan, Date.now());
			return await client.post<Evaluation>('evaluations', requestBody(client, plan, mark));
		},
		alreadyThere,
	});
}

/** Tests of the pair on the data, also those made by hand: unlike a training, a test itself says what it is made of. */
function sameTests(plan: TestPlan): OncePlan<Evaluation>['wanted'] {
	const { candidate, candidateCollection, reference, dataset, testingKind } = plan;
	const ids = { id: idOf(candidate), datasetId: idOf(dataset) };
	const subject = { collection: candidateCollection, ...ids, testingKind };
	return {
		collection: 'evaluations',
		query: { filter: allOf(equals('locale', candidate.locale)) },
		isSame: (test) =>
			isTestOf(test, subject) && isTo(test.model1, reference.collection, reference.id),
		traces: [reference.id, ids.id, ids.datasetId],
	};
}

function requestBody(client: SpeechClient, plan: TestPlan, mark: string): object {
	const { candidate, reference, dataset, project, testingKind } = plan;
	return {
		displayName: plan.displayName,
		locale: candidate.locale,
		model1: client.reference(reference.collection, reference.id),
		model2: client.reference(plan.candidateCollection, idOf(candidate)),
		dataset: client.reference('datasets', idOf(dataset)),
		customProperties: { ...testingKindProperty(testingKind), [TEST_FINGERPRINT_PROPERTY]: mark },
		...(project && { project: client.reference('projects', idOf(project)) }),
	};
}

function alreadyThere(test: Evaluation): InputError {
	return new InputError(
		`These two models were already tested on this dataset: ${quoted(test.displayName)} (${idOf(test)}).`,
		"Set 'If Already Tested' to Reuse Existing or Test Again.",
	);
}
