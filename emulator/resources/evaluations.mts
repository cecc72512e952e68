import { utterancesName } from '../content/takeContent.mts';
import { invalidRequest } from '../http/apiError.mts';
import { isExpired } from '../rules/expiry.mts';
import { patchContent } from '../rules/patch.mts';
import { pick } from '../rules/pick.mts';
import { projectRef, resolve, sameLocale } from '../rules/references.mts';
import * as schemas from '../schemas/evaluation.mts';
import { newRecord } from '../store/newRecord.mts';
import { statusOf } from '../time/job.mts';
import { views } from '../views/views.mts';

export type ViewContext = import('../types.mts').ViewContext;

/** @type {import('../types.mts').Resource} */
const evaluations: import('../types.mts').Resource = {
	collection: 'evaluations',
	path: '/evaluations',
	view: views.evaluations,
	tellsRetryAfter: true,
	createSchema: schemas.create,
	updateSchema: schemas.update,
	removeAbsent: 204,

	async create(ctx, body) {
		if (body.transcription1 || body.transcription2) {
			// Transcriptions are not part of this emulator, so none can be referred to.
			throw invalidRequest('InvalidTranscription', 'The transcription does not exist.');
		}
		const record = newRecord(ctx.now, {
			fields: pick(body, ['displayName', 'description', 'locale', 'customProperties']),
			refs: {
				...projectRef(ctx, body, body.locale),
				model1: testable(ctx, body, 'model1'),
				model2: testable(ctx, body, 'model2'),
				dataset: testData(ctx, body),
			},
		});
		record.inner.measured = isMeasured(ctx, record);
		await keepTranscripts(ctx.service, record);
		record.job = ctx.service.plan('evaluations', record, 'evaluation', ctx.now);
		return record;
	},

	update: patchContent,
	afterRemove: (ctx, record) => ctx.service.blobs.removeAll(record.id),
};

/**
 * Keeps what the models are measured against, because the dataset may be deleted afterwards.
 */
async function keepTranscripts(
	{ blobs }: import('../service.mts').Service,
	record: import('../types.mts').EntityRecord,
) {
	const { id } = record.refs.dataset as import('../types.mts').Link;
	const transcripts = blobs.get(utterancesName(id));
	if (transcripts) await blobs.write(utterancesName(record.id), [transcripts]);
}

/**
 * Whether there are transcripts to measure against.
 */
function isMeasured({ service }: ViewContext, record: import('../types.mts').EntityRecord) {
	const { id } = record.refs.dataset as import('../types.mts').Link;
	return service.store.get('datasets', id)?.fields.kind === 'Acoustic';
}

function testable(ctx: ViewContext, body: any, field: 'model1' | 'model2') {
	const { link, record } = resolve(ctx, body[field], field, ['models', 'baseModels']);
	sameLocale(body.locale, record, field);
	if (statusOf(record, ctx.now) !== 'Succeeded') {
		throw invalidRequest('InvalidModel', `'${field}' is not ready.`, field);
	}
	if (isExpired(ctx, link)) {
		throw invalidRequest('ModelDeprecated', `'${field}' has expired.`, field);
	}
	return link;
}

/**
 * Audio, with transcripts to measure a model on, or without them to listen; source: Microsoft Learn, "Test recognition
 * quality of a custom speech model".
 */
function testData(ctx: ViewContext, body: any) {
	const { link, record } = resolve(ctx, body.dataset, 'dataset', ['datasets']);
	sameLocale(body.locale, record, 'dataset');
	const status = statusOf(record, ctx.now);
	if (status !== 'Succeeded') {
		const inner = status === 'Failed' ? 'FailedDataset' : 'InvalidDataset';
		throw invalidRequest(inner, `The dataset is not ready: its status is ${status}.`, 'dataset');
	}
	if (!['Acoustic', 'AudioFiles'].includes(record.fields.kind)) {
		const message = "The dataset must be of kind 'Acoustic' or 'AudioFiles'.";
		throw invalidRequest('InvalidTest', message, 'dataset');
	}
	return link;
}

export { evaluations };
