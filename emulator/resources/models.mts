import { invalidRequest } from '../http/apiError.mts';
import { baseFor, supportedKinds } from '../rules/baseline.mts';
import { faultOfCombination } from '../rules/combination.mts';
import { modelIsFree } from '../rules/inUse.mts';
import { patchContent } from '../rules/patch.mts';
import { pick } from '../rules/pick.mts';
import { projectRef, resolve, sameLocale } from '../rules/references.mts';
import * as schemas from '../schemas/model.mts';
import { newRecord } from '../store/newRecord.mts';
import { statusOf } from '../time/job.mts';
import { views } from '../views/views.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

const CHOSEN_WEIGHT = 30;

/** @type {import('../types.mts').Resource} */
const models: import('../types.mts').Resource = {
	collection: 'models',
	path: '/models',
	view: views.models,
	tellsRetryAfter: true,
	createSchema: schemas.create,
	updateSchema: schemas.update,
	removeAbsent: 204,

	create(ctx, body) {
		if (ctx.service.quirks.modelNeedsDatasets && !body.datasets?.length) {
			throw invalidRequest('InvalidPayload', "'datasets' is required.", 'datasets');
		}
		const project = projectRef(ctx, body, body.locale);
		const base = baseFor(ctx, body);
		const datasets = (body.datasets ?? []).map(
			(
				/** @type {{ self: string }} */ ref: { self: string },
				/** @type {number} */ index: number,
			) => trainable(ctx, ref, `datasets[${index}]`, body.locale, base),
		);
		const fault = faultOfCombination(ctx, datasets);
		const record = newRecord(ctx.now, {
			fields: pick(body, ['displayName', 'description', 'locale', 'customProperties']),
			refs: {
				...project,
				baseModel: { collection: 'baseModels', id: base.id },
				datasets: datasets.map((/** @type {EntityRecord} */ { id }: EntityRecord) => ({
					collection: 'datasets',
					id,
				})),
			},
			properties: { customModelWeightPercent: CHOSEN_WEIGHT, ...body.properties },
		});
		const audio = datasets.some((/** @type {EntityRecord} */ one: EntityRecord) =>
			['Acoustic', 'AudioFiles'].includes(one.fields.kind),
		);
		const work = audio ? 'trainingAcoustic' : 'trainingText';
		record.job = ctx.service.plan('models', record, work, ctx.now);
		if (record.job.end.status === 'Succeeded' && allAudioIsTooLong(datasets)) {
			const message = `Every audio file is longer than ${ctx.service.options.limits.trainingSeconds} s.`;
			record.job.end = { status: 'Failed', error: { code: 'AudioLengthLimitExceeded', message } };
		}
		if (record.job.end.status === 'Succeeded' && fault) {
			record.job.end = { status: 'Failed', error: fault };
		}
		return record;
	},

	update: patchContent,
	beforeRemove: modelIsFree,
};

/**
 * Whether there is audio with nothing short enough to be trained with. Audio nobody read is taken to be fine.
 */
function allAudioIsTooLong(datasets: EntityRecord[]) {
	const audio = datasets.filter(({ fields }) => ['Acoustic', 'AudioFiles'].includes(fields.kind));
	return audio.length > 0 && audio.every(({ inner }) => inner.content?.shortAudio === false);
}

/**
 * A dataset the base model can be trained with.
 */
function trainable(
	ctx: ViewContext,
	ref: { self: string },
	field: string,
	locale: string,
	base: EntityRecord,
) {
	const { record } = resolve(ctx, ref, field, ['datasets']);
	sameLocale(locale, record, field);
	const status = statusOf(record, ctx.now);
	if (status !== 'Succeeded') {
		const inner = status === 'Failed' ? 'FailedDataset' : 'InvalidDataset';
		throw invalidRequest(inner, `'${field}' is not ready: its status is ${status}.`, field);
	}
	if (!supportedKinds(base, ctx).includes(record.fields.kind)) {
		throw invalidRequest(
			'InvalidAdaptationMapping',
			`The base model cannot be adapted with datasets of kind '${record.fields.kind}'.`,
			field,
		);
	}
	return record;
}

export { models };
