import { kindName } from '../../shared/speech/datasetKinds';
import { utcDay } from '../../shared/speech/dates';
import { hasPassed } from '../../shared/speech/expiry';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { checkProjectLocale } from '../../shared/speech/projectLocale';
import { idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { failureText } from '../../shared/speech/simplify';
import { checkTestDataset } from '../../shared/speech/testDataset';
import { quoted } from '../../shared/speech/text';
import { checkAudioLengths } from './longAudio';
import type { TrainingPlan } from './trainingPlan';

/**
 * Checks what the service would refuse, or worse accept and fail on hours later.
 *
 * @param now Milliseconds since the epoch.
 * @throws InputError naming what does not fit, before anything is started.
 */
export function checkPlan(plan: TrainingPlan, now: number): void {
	checkName(plan.displayName);
	checkDatasets(plan);
	checkKindsTogether(plan);
	checkAudioLengths(plan.datasets);
	checkBase(plan, now);
	checkProject(plan);
	checkTest(plan);
}

/** Half of a pair of code units; such a text cannot be sent. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function checkName(displayName: string): void {
	if (LONE_SURROGATE.test(displayName)) {
		throw new InputError(
			"'Name' contains half a character.",
			'Enter the name again. It was cut in the middle of a character.',
		);
	}
	if (displayName.trim() !== '') return;
	throw new InputError(
		"'Name' is empty.",
		'Enter a name, or remove the expression to use the default name.',
	);
}

function checkDatasets({ datasets, locale }: TrainingPlan): void {
	for (const dataset of datasets) {
		const name = `Dataset ${quoted(dataset.displayName)} (${idOf(dataset)})`;
		const state = stateOf(dataset);
		if (state === 'failed') {
			throw new InputError(
				`${name} could not be processed: ${failureText(dataset)}.`,
				"Upload the data again, or remove the dataset from 'Datasets'.",
			);
		}
		if (state === 'working') {
			throw new InputError(
				`${name} is not ready: its status is ${dataset.status}.`,
				'Add Wait For Training after the upload, and then train.',
			);
		}
		if (!sameLocale(dataset.locale, locale)) {
			throw new InputError(
				`${name} has the locale ${dataset.locale}, but the training is for ${locale}.`,
				"Use datasets with the same locale in 'Datasets'. The locale of a dataset cannot be changed.",
			);
		}
	}
}

/** Source: Microsoft Learn, "Training and testing datasets": pronunciation goes with every kind but structured text. */
function checkKindsTogether({
	datasets,
	allowPronunciationWithStructuredText = false,
}: TrainingPlan): void {
	const text = datasets.find(({ kind }) => kind === 'LanguageMarkdown');
	const pronunciation = datasets.find(({ kind }) => kind === 'Pronunciation');
	if (!text || !pronunciation || allowPronunciationWithStructuredText) return;
	throw new InputError(
		`Structured text and pronunciation cannot be trained together: dataset ${quoted(text.displayName)} (${idOf(text)}) is structured text, dataset ${quoted(pronunciation.displayName)} (${idOf(pronunciation)}) is pronunciation.`,
		"Remove one of them from the training. Structured text can contain its own pronunciations under 'speech:phoneticlexicon'. To try anyway, turn on 'Allow Pronunciation With Structured Text'.",
	);
}

function checkBase({ base, datasets, locale }: TrainingPlan, now: number): void {
	if (base === null) return;
	const name = `Base model ${quoted(base.displayName)}`;
	const another = "Choose another one in 'Base Model', or add Select Baseline before this node.";
	if (!sameLocale(base.locale, locale)) {
		throw new InputError(
			`${name} has the locale ${base.locale}, but the datasets have ${locale}.`,
			`${another} The base model and the datasets must have the same locale.`,
		);
	}
	if (stateOf(base) !== 'succeeded') {
		throw new InputError(`${name} cannot be used: its status is ${base.status}.`, another);
	}
	const lastDay = base.properties?.deprecationDates?.adaptationDateTime;
	if (hasPassed(lastDay, now)) {
		throw new InputError(`${name} could be trained only until ${utcDay(lastDay)}.`, another);
	}
	const supported = base.properties?.features?.supportsAdaptationsWith;
	const unfit = supported && datasets.find(({ kind }) => !supported.includes(kind));
	if (unfit) {
		throw new InputError(
			`${name} cannot be trained with ${kindName(unfit.kind)} data, such as dataset ${quoted(unfit.displayName)}.`,
			another,
		);
	}
}

function checkProject({ project, locale }: TrainingPlan): void {
	if (project) checkProjectLocale(project, locale, 'the datasets have');
}

/** Said now and not after days of training, when the test would be refused. */
function checkTest({ testDataset, locale, datasets }: TrainingPlan): void {
	if (testDataset === null) return;
	checkTestDataset(testDataset, { locale, training: datasets.map(idOf) }, 'Test Dataset');
}
