'use strict';

const { yearsAfterQuarter } = require('../time/quarter.js');
const { overlay, progress } = require('./entityParts.js');
const { baseFeatures } = require('./features.js');
const { apiUrl, selfUrl } = require('./urls.js');

/** Training from a base model of this day or a later one is billed; source: Microsoft Learn, "Train a custom speech model". */
const CHARGED_SINCE = Date.parse('2023-10-01T00:00:00Z');

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
		features: baseFeatures(record),
		chargeForAdaptation: record.createdAt >= CHARGED_SINCE,
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
