import { AUDIO_KINDS } from './audioKinds';
import { kindName, kindNames } from './datasetKinds';
import type { CustomModel, Dataset } from './entities';
import { InputError } from './inputError';
import { sameLocale } from './locale';
import { idOf, targetOf } from './references';
import { failureText } from './simplify';
import { stateOf } from './status';
import { quoted } from './text';

/** Kinds of data a model's accuracy can be measured on; source: Microsoft Learn, "Training and testing datasets". */
export const ACCURACY_KINDS = ['Acoustic'];
/** Kinds a person can listen to. */
export const LISTENING_KINDS = AUDIO_KINDS;

/**
 * Makes sure that a model can be tested with a dataset: processed, of a fitting kind and locale,
 * and unknown to the model, which would otherwise be asked what it has learnt by heart.
 *
 * @param training Ids of the datasets the model was or will be trained with.
 * @param label Of the field that named the dataset.
 * @throws InputError that says what does not fit.
 */
export function checkTestDataset(
	dataset: Dataset,
	{ locale, training }: { locale: string; training: string[] },
	label: string,
	kinds = ACCURACY_KINDS,
): void {
	const name = `Dataset ${quoted(dataset.displayName)} in '${label}'`;
	const state = stateOf(dataset);
	if (state === 'failed') {
		throw new InputError(
			`${name} could not be processed: ${failureText(dataset)}.`,
			'Upload the data again, or choose another dataset.',
		);
	}
	if (state === 'working') {
		throw new InputError(
			`${name} is not ready: its status is ${dataset.status}.`,
			'Add Wait For Training after the upload.',
		);
	}
	if (!kinds.includes(dataset.kind)) {
		throw new InputError(
			`${name} has the kind ${kindName(dataset.kind)}, which cannot be used to test a model.`,
			`Choose a dataset of the kind ${kindNames(kinds, ' or ')}${kinds.length === 1 ? ': audio with transcripts' : ''}.`,
		);
	}
	if (!sameLocale(dataset.locale, locale)) {
		throw new InputError(
			`${name} has the locale ${dataset.locale}, but the model has ${locale}.`,
			'Choose a dataset with the same locale.',
		);
	}
	if (training.includes(idOf(dataset))) {
		throw new InputError(
			`${name} is one of the datasets that the model is trained with, so the test would not be meaningful.`,
			'Choose a dataset that is not used for training.',
		);
	}
}

/** Ids of the datasets a model was trained with. */
export function trainingDatasets({ datasets = [] }: CustomModel): string[] {
	return datasets.flatMap((dataset) => targetOf(dataset)?.id ?? []);
}
