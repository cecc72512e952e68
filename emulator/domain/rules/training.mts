import type { JsonObject } from '../json.mts';
import { isAudio } from '../locales.mts';
import type {
	BaseModelRecord,
	ContentFields,
	DatasetRecord,
	JobError,
	Link,
	ModelRecord,
} from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment, Service } from '../service.mts';
import { newRecord } from '../store/newRecord.mts';
import { statusOf } from '../time/job.mts';
import { faultOfCombination } from './combination.mts';
import { supportedKinds } from './features.mts';
import { sameLocale } from './sameLocale.mts';

/** Share of the custom model when the request leaves it to the service. */
const CHOSEN_WEIGHT = 30;

export interface Training {
	fields: ContentFields;
	project: Link<'projects'> | undefined;
	base: BaseModelRecord;
	datasets: DatasetRecord[];
	properties: JsonObject | undefined;
}

/**
 * Refuses a dataset the base model cannot be trained with.
 * @param field that names it
 */
export function checkTrainingData(
	moment: Moment,
	dataset: DatasetRecord,
	field: string,
	{ locale, base }: { locale: string; base: BaseModelRecord },
) {
	sameLocale(locale, dataset, field);
	const status = statusOf(dataset, moment.now);
	if (status !== 'Succeeded') {
		const code = status === 'Failed' ? 'FailedDataset' : 'InvalidDataset';
		throw invalid(code, `'${field}' is not ready: its status is ${status}.`, field);
	}
	const { kind } = dataset.fields;
	if (!supportedKinds(base, moment).includes(kind)) {
		throw invalid(
			'InvalidAdaptationMapping',
			`The base model cannot be adapted with datasets of kind '${kind}'.`,
			field,
		);
	}
}

/**
 * A model whose training starts now.
 */
export function startTraining(moment: Moment, training: Training): ModelRecord {
	const { service, now } = moment;
	const { fields, project, base, datasets, properties } = training;
	const fault = faultOfCombination(moment, datasets);
	const model: ModelRecord = newRecord(now, {
		fields,
		refs: {
			...(project && { project }),
			baseModel: { collection: 'baseModels', id: base.id },
			datasets: datasets.map(({ id }): Link<'datasets'> => ({ collection: 'datasets', id })),
		},
		properties: { customModelWeightPercent: CHOSEN_WEIGHT, ...properties },
		overrides: {},
		job: null,
	});
	const withAudio = datasets.some((one) => isAudio(one.fields.kind));
	const job = service.plan('models', model, withAudio ? 'trainingAcoustic' : 'trainingText', now);
	const error = faultOfAudio(service, datasets) ?? fault;
	if (error && job.end.status === 'Succeeded') job.end = { status: 'Failed', error };
	model.job = job;
	return model;
}

/**
 * What is wrong when nothing of the audio is short enough to be trained with. Audio nobody read is taken to be fine.
 */
function faultOfAudio({ limits }: Service, datasets: DatasetRecord[]): JobError | undefined {
	const audio = datasets.filter(({ fields }) => isAudio(fields.kind));
	const tooLong = audio.length > 0 && audio.every(({ content }) => content?.shortAudio === false);
	if (!tooLong) return undefined;
	const message = `Every audio file is longer than ${limits.trainingSeconds} s.`;
	return { code: 'AudioLengthLimitExceeded', message };
}
