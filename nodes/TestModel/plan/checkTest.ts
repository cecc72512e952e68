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
import { checkUsable } from '../../shared/speech/usableModel';
import { isAlone, type TestPlan } from './testPlan';

/**
 * Checks what the service would refuse, or worse accept and answer with figures that say nothing.
 *
 * @param now Milliseconds since the epoch.
 * @throws InputError naming what does not fit, before anything is started.
 */
export function checkTest(plan: TestPlan, now: number): void {
	const { candidate, reference, dataset, testingKind, project } = plan;
	const { model } = reference;
	checkUsable(candidate, 'Model', now);
	checkUsable(model, 'Compare With', now);
	if (testingKind === 'Evaluation' && isAlone(plan)) {
		throw new InputError(
			`Model ${quoted(candidate.displayName)} would be compared with itself: it is ${reference.role}.`,
			"Choose another model in 'Model', or something else in 'Compare With'.",
		);
	}
	if (!sameLocale(model.locale, candidate.locale)) {
		throw new InputError(
			`Model ${quoted(model.displayName)} to compare with has the locale ${model.locale}, but model ${quoted(candidate.displayName)} has ${candidate.locale}.`,
			"Choose a model of the same locale in 'Compare With'.",
		);
	}
	const kinds = testingKind === 'Evaluation' ? ACCURACY_KINDS : LISTENING_KINDS;
	const training = trainingDatasets(candidate);
	checkTestDataset(dataset, { locale: candidate.locale, training }, 'Test Dataset', kinds);
	if (project) checkProjectLocale(project, candidate.locale, 'the model has');
}

/** What is worth saying before a person trusts the figures; null for nothing. */
export function remarkOnData({ reference, dataset }: TestPlan): string | null {
	const isKnown =
		reference.collection === 'models' && trainingDatasets(reference.model).includes(idOf(dataset));
	if (!isKnown) return null;
	return `Model ${quoted(reference.model.displayName)} was trained with dataset ${quoted(dataset.displayName)}, so the comparison favours it.`;
}
