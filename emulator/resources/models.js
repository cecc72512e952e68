'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { baseFor, supportedKinds } = require('../rules/baseline.js');
const { faultOfCombination } = require('../rules/combination.js');
const { modelIsFree } = require('../rules/inUse.js');
const { patchContent } = require('../rules/patch.js');
const { pick } = require('../rules/pick.js');
const { projectRef, resolve, sameLocale } = require('../rules/references.js');
const schemas = require('../schemas/model.js');
const { newRecord } = require('../store/newRecord.js');
const { statusOf } = require('../time/job.js');
const { views } = require('../views/views.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

const CHOSEN_WEIGHT = 30;

/** @type {import('../types.js').Resource} */
const models = {
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
			(/** @type {{ self: string }} */ ref, /** @type {number} */ index) =>
				trainable(ctx, ref, `datasets[${index}]`, body.locale, base),
		);
		const fault = faultOfCombination(ctx, datasets);
		const record = newRecord(ctx.now, {
			fields: pick(body, ['displayName', 'description', 'locale', 'customProperties']),
			refs: {
				...project,
				baseModel: { collection: 'baseModels', id: base.id },
				datasets: datasets.map((/** @type {EntityRecord} */ { id }) => ({
					collection: 'datasets',
					id,
				})),
			},
			properties: { customModelWeightPercent: CHOSEN_WEIGHT, ...body.properties },
		});
		const audio = datasets.some((/** @type {EntityRecord} */ one) =>
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
 * @param {EntityRecord[]} datasets
 */
function allAudioIsTooLong(datasets) {
	const audio = datasets.filter(({ fields }) => ['Acoustic', 'AudioFiles'].includes(fields.kind));
	return audio.length > 0 && audio.every(({ inner }) => inner.content?.shortAudio === false);
}

/**
 * A dataset the base model can be trained with.
 * @param {ViewContext} ctx
 * @param {{ self: string }} ref
 * @param {string} field
 * @param {string} locale
 * @param {EntityRecord} base
 */
function trainable(ctx, ref, field, locale, base) {
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

module.exports = { models };
