'use strict';

const { datasetKinds } = require('../schemas/locales.js');
const { yearsAfterQuarter } = require('../time/quarter.js');
const { overlay, progress } = require('./entityParts.js');
const { features } = require('./model.js');
const { apiUrl, selfUrl } = require('./urls.js');

/**
 * A base model as the API shows it.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function baseModelView(record, ctx) {
	const computed = {
		deprecationDates: {
			adaptationDateTime: yearsAfterQuarter(record.createdAt, 1),
			transcriptionDateTime: yearsAfterQuarter(record.createdAt, 2),
		},
		features: { ...features, supportsAdaptationsWith: datasetKinds },
		chargeForAdaptation: true,
	};
	return {
		self: selfUrl(ctx, { collection: 'baseModels', id: record.id }),
		links: { manifest: apiUrl(ctx, `/models/base/${record.id}/manifest`) },
		properties: overlay(computed, record, ctx),
		...record.fields,
		...progress(record, ctx),
	};
}

module.exports = { baseModelView };
