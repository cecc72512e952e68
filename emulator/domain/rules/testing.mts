import { utterancesName } from '../content/takeContent.mts';
import { isAudio } from '../locales.mts';
import type {
	BaseModelRecord,
	ContentFields,
	DatasetRecord,
	EvaluationRecord,
	Link,
	ModelLink,
	ModelRecord,
} from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment, Service } from '../service.mts';
import { newRecord } from '../store/newRecord.mts';
import { statusOf } from '../time/job.mts';
import { isExpired } from './expiry.mts';
import { sameLocale } from './sameLocale.mts';

export interface Test {
	fields: ContentFields;
	project: Link<'projects'> | undefined;
	model1: ModelLink;
	model2: ModelLink;
	dataset: Link<'datasets'>;
}

/**
 * Refuses a model that cannot be tested.
 * @param field that names it
 */
export function checkTestedModel(
	moment: Moment,
	{ link, record }: { link: ModelLink; record: ModelRecord | BaseModelRecord },
	field: string,
	locale: string,
) {
	sameLocale(locale, record, field);
	if (statusOf(record, moment.now) !== 'Succeeded') {
		throw invalid('InvalidModel', `'${field}' is not ready.`, field);
	}
	if (isExpired(moment, link)) {
		throw invalid('ModelDeprecated', `'${field}' has expired.`, field);
	}
}

/**
 * Refuses a dataset nothing can be tested on. Audio is taken, with transcripts to measure a model on, or without them
 * to listen; source: Microsoft Learn, "Test recognition quality of a custom speech model".
 */
export function checkTestData({ now }: Moment, dataset: DatasetRecord, locale: string) {
	sameLocale(locale, dataset, 'dataset');
	const status = statusOf(dataset, now);
	if (status !== 'Succeeded') {
		const code = status === 'Failed' ? 'FailedDataset' : 'InvalidDataset';
		throw invalid(code, `The dataset is not ready: its status is ${status}.`, 'dataset');
	}
	if (!isAudio(dataset.fields.kind)) {
		const message = "The dataset must be of kind 'Acoustic' or 'AudioFiles'.";
		throw invalid('InvalidTest', message, 'dataset');
	}
}

/**
 * A test that starts now.
 */
export async function startTest(
	{ service, now }: Moment,
	{ fields, project, model1, model2, dataset }: Test,
): Promise<EvaluationRecord> {
	const record: EvaluationRecord = newRecord(now, {
		fields,
		refs: { ...(project && { project }), model1, model2, dataset },
		properties: {},
		measured: service.store.get('datasets', dataset.id)?.fields.kind === 'Acoustic',
		job: null,
	});
	await keepTranscripts(service, dataset, record);
	record.job = service.plan('evaluations', record, 'evaluation', now);
	return record;
}

/**
 * Keeps what the models are measured against, because the dataset may be deleted afterwards.
 */
async function keepTranscripts({ blobs }: Service, { id }: Link, record: EvaluationRecord) {
	const transcripts = blobs.get(utterancesName(id));
	if (transcripts) await blobs.write(utterancesName(record.id), [transcripts]);
}
