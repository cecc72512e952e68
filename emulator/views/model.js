'use strict';

const { statusOf } = require('../time/job.js');
const { yearsAfterQuarter } = require('../time/quarter.js');
const { failure, overlay, progress, references } = require('./entityParts.js');
const { apiUrl, selfUrl } = require('./urls.js');

const features = {
	supportsTranscriptionsSubmit: true,
	supportsTranscriptionsTranscribe: true,
	supportsEndpoints: true,
	supportsTranscriptionsOnSpeechContainers: false,
	supportedOutputFormats: ['Display', 'Lexical'],
};

/**
 * A custom model as the API shows it. Its dates and features are known once training succeeded.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function modelView(record, ctx) {
	const path = `/models/${record.id}`;
	const trained = statusOf(record, ctx.now) === 'Succeeded';
	const computed = {
		...(trained
			? {
					deprecationDates: { transcriptionDateTime: yearsAfterQuarter(record.createdAt, 2) },
					features,
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

module.exports = { modelView, features };
