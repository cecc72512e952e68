import type { SpeechClient } from '../../shared/api/client';
import { missing } from '../../shared/api/whatItIs';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { checkProjectLocale } from '../../shared/speech/projectLocale';
import { idOf } from '../../shared/speech/references';
import {
	ACCURACY_KINDS,
	checkTestDataset,
	LISTENING_KINDS,
	trainingDatasets,
} from '../../shared/speech/testDataset';
import { quoted } from '../../shared/speech/text';
import { checkNotExpired, checkTrained } from '../../shared/speech/usableModel';
import { COMPARE_WITH, isAlone, type TestPlan } from './testPlan';

/**
 * Checks what the service would refuse, or worse accept and answer with figures that say nothing. What only time can
 * change is left to `checkStartable`: it speaks against a new test, not against one that was made before.
 *
 * @throws InputError naming what does not fit, before anything is started.
 */
export function checkTest(plan: TestPlan): void {
	const { candidate, reference, dataset, testingKind, project } = plan;
	const { model } = reference;
	checkTrained(candidate, 'Model');
	if (model) checkTrained(model, COMPARE_WITH);
	if (testingKind === 'Evaluation' && isAlone(plan)) {
		throw new InputError(
			`Model ${quoted(candidate.displayName)} cannot be compared with itself: it is ${reference.role}.`,
			`Choose another model in 'Model', or another reference in '${COMPARE_WITH}'.`,
		);
	}
	if (model && !sameLocale(model.locale, candidate.locale)) {
		throw new InputError(
			`Reference model ${quoted(model.displayName)} has the locale ${model.locale}, but model ${quoted(candidate.displayName)} has ${candidate.locale}.`,
			`Choose a model with the same locale in '${COMPARE_WITH}'.`,
		);
	}
	const kinds = testingKind === 'Evaluation' ? ACCURACY_KINDS : LISTENING_KINDS;
	const training = trainingDatasets(candidate);
	checkTestDataset(dataset, { locale: candidate.locale, training }, 'Test Dataset', kinds);
	if (project) checkProjectLocale(project, candidate.locale, 'the model has');
}

/**
 * Checks that both models can be tested now.
 *
 * @param now Milliseconds since the epoch.
 * @throws InputError when one of them has expired, or the reference is not there any more.
 */
export async function checkStartable(
	client: SpeechClient,
	{ candidate, reference: { collection, id, model, label } }: TestPlan,
	now: number,
): Promise<void> {
	checkNotExpired(candidate, 'Model', now);
	if (model === null) throw await missing(client, collection, id, label);
	checkNotExpired(model, COMPARE_WITH, now);
}

/** What is worth saying before a person trusts the figures; null for nothing. */
export function remarkOnData({ reference, dataset }: TestPlan): string | null {
	const { collection, model } = reference;
	const isKnown = collection === 'models' && model !== null;
	if (!isKnown || !trainingDatasets(model).includes(idOf(dataset))) return null;
	return `Model ${quoted(model.displayName)} was trained with dataset ${quoted(dataset.displayName)}, so the comparison favors it.`;
}
