'use strict';

const { statusOf } = require('../time/job.js');
const { yearsAfterQuarter } = require('../time/quarter.js');
const { failure, overlay, progress, references } = require('./entityParts.js');
const { modelFeatures } = require('./features.js');
const { apiUrl, selfUrl } = require('./urls.js');

/**
 * A custom model as the API shows it. Its dates and features are known from the moment training runs, as in the
 * official examples of a running one; a copied model tells no features.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function modelView(record, ctx) {
	const path = `/models/${record.id}`;
	const started = ['Running', 'Succeeded'].includes(statusOf(record, ctx.now));
	const computed = {
		...(started
			? {
					deprecationDates: { transcriptionDateTime: yearsAfterQuarter(record.createdAt, 2) },
					features: modelFeatures(record, ctx),
				}
			: {}),
		...failure(record, ctx),
	};
	return {
		self: selfUrl(ctx, { collection: 'models', id: record.id }),
		links: {
			manifest: apiUrl(ctx, `${path}/manifest`),
			copy: apiUrl(ctx, `${path}:copy`),
			files: apiUrl(ctx, `${path}/files`),
		},
		properties: overlay(computed, record, ctx),
		...record.fields,
		...references(record, ctx),
		...progress(record, ctx),
	};
}

module.exports = { modelView };
