'use strict';

const { scoreSheets } = require('../scoring/scoreSheets.js');
const { statusOf } = require('../time/job.js');
const { failure, overlay, progress, references } = require('./entityParts.js');
const { apiUrl, selfUrl } = require('./urls.js');

/**
 * An evaluation as the API shows it. Before the end rates and counts read -1, and after it too when there were no
 * transcripts to measure against.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function evaluationView(record, ctx) {
	const done = statusOf(record, ctx.now) === 'Succeeded' && record.inner.measured !== false;
	const [one, two] = done ? scoreSheets(record, ctx).map(({ figures }) => figures) : [];
	return {
		self: selfUrl(ctx, { collection: 'evaluations', id: record.id }),
		links: { files: apiUrl(ctx, `/evaluations/${record.id}/files`) },
		properties: overlay(
			{
				...suffixed(one ?? pending, 1),
				...suffixed(two ?? pending, 2),
				...failure(record, ctx),
			},
			record,
			ctx,
		),
		...record.fields,
		...references(record, ctx),
		...progress(record, ctx),
	};
}

const pending = {
	wordErrorRate: -1,
	sentenceErrorRate: -1,
	sentenceCount: -1,
	wordCount: -1,
	correctWordCount: -1,
	wordSubstitutionCount: -1,
	wordDeletionCount: -1,
	wordInsertionCount: -1,
};

/**
 * @param {Record<string, any>} figures
 * @param {1 | 2} suffix
 */
function suffixed(figures, suffix) {
	return Object.fromEntries(
		Object.entries(figures).map(([name, value]) => [`${name}${suffix}`, value]),
	);
}

module.exports = { evaluationView };
