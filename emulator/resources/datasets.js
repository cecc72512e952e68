'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { importContent } = require('../rules/importContent.js');
const { datasetIsFree } = require('../rules/inUse.js');
const { patchContent } = require('../rules/patch.js');
const { pick } = require('../rules/pick.js');
const { projectRef } = require('../rules/references.js');
const schemas = require('../schemas/dataset.js');
const { takesDataset } = require('../schemas/locales.js');
const { newRecord } = require('../store/newRecord.js');
const { views } = require('../views/views.js');

const FIELDS = ['displayName', 'description', 'locale', 'kind', 'contentUrl', 'customProperties'];

/** @type {import('../types.js').Resource} */
const datasets = {
	collection: 'datasets',
	path: '/datasets',
	view: views.datasets,
	tellsRetryAfter: true,
	createSchema: schemas.create,
	updateSchema: schemas.update,
	removeAbsent: 204,

	async create(ctx, body) {
		if (!takesDataset(body.locale, body.kind)) {
			throw invalidRequest(
				'InvalidLocale',
				`The locale '${body.locale}' is not supported for kind '${body.kind}'.`,
				'locale',
			);
		}
		const record = newRecord(ctx.now, {
			fields: pick(body, FIELDS),
			refs: projectRef(ctx, body, body.locale),
			properties: { ...body.properties },
		});
		if (body.contentUrl === undefined) record.inner.byBlocks = true;
		else await importContent(ctx, record, body.contentUrl);
		return record;
	},

	update: patchContent,
	beforeRemove: datasetIsFree,
	afterRemove: (ctx, record) => ctx.service.blobs.removeAll(record.id),
};

module.exports = { datasets };
