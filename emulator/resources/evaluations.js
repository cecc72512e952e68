'use strict';

const { utterancesName } = require('../content/takeContent.js');
const { invalidRequest } = require('../http/apiError.js');
const { isExpired } = require('../rules/expiry.js');
const { patchContent } = require('../rules/patch.js');
const { pick } = require('../rules/pick.js');
const { projectRef, resolve, sameLocale } = require('../rules/references.js');
const schemas = require('../schemas/evaluation.js');
const { newRecord } = require('../store/newRecord.js');
const { statusOf } = require('../time/job.js');
const { views } = require('../views/views.js');

/** @typedef {import('../types.js').ViewContext} ViewContext */

/** @type {import('../types.js').Resource} */
const evaluations = {
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
 * @param {import('../service.js').Service} service
 * @param {import('../types.js').EntityRecord} record
 */
async function keepTranscripts({ blobs }, record) {
	const { id } = /** @type {import('../types.js').Link} */ (record.refs.dataset);
	const transcripts = blobs.get(utterancesName(id));
	if (transcripts) await blobs.write(utterancesName(record.id), [transcripts]);
}

/**
 * Whether there are transcripts to measure against.
 * @param {ViewContext} ctx
 * @param {import('../types.js').EntityRecord} record
 */
function isMeasured({ service }, record) {
	const { id } = /** @type {import('../types.js').Link} */ (record.refs.dataset);
	return service.store.get('datasets', id)?.fields.kind === 'Acoustic';
}

/**
 * @param {ViewContext} ctx
 * @param {any} body
 * @param {'model1' | 'model2'} field
 */
function testable(ctx, body, field) {
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
 * @param {ViewContext} ctx
 * @param {any} body
 */
function testData(ctx, body) {
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

module.exports = { evaluations };
