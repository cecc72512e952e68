'use strict';

const { statusOf } = require('../time/job.js');
const { failure, overlay, progress, references } = require('./entityParts.js');
const { apiUrl, selfUrl } = require('./urls.js');

const WORDS = 1000;
const SENTENCES = 100;

/**
 * An evaluation as the API shows it. Before the end rates and counts read -1.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function evaluationView(record, ctx) {
	const done = statusOf(record, ctx.now) === 'Succeeded';
	return {
		self: selfUrl(ctx, { collection: 'evaluations', id: record.id }),
		links: { files: apiUrl(ctx, `/evaluations/${record.id}/files`) },
		properties: overlay(
			{
				...suffixed(done ? scores(record, 'model1') : pending, 1),
				...suffixed(done ? scores(record, 'model2') : pending, 2),
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
 * Made-up but consistent figures: a custom model makes 6.5 % errors, a base model 12 %.
 * @param {import('../types.js').EntityRecord} record
 * @param {'model1' | 'model2'} which
 */
function scores(record, which) {
	const link = /** @type {import('../types.js').Link} */ (record.refs[which]);
	const errors = link?.collection === 'models' ? 65 : 120;
	const insertions = Math.round(errors / 5);
	const deletions = Math.round(errors / 5);
	const substitutions = errors - insertions - deletions;
	const edits = (/** @type {number} */ share) => ({
		numberOfEdits: Math.round(errors * share),
		percentageOfAllEdits: share,
	});
	return {
		wordErrorRate: errors / WORDS,
		sentenceErrorRate: Math.min(1, (errors * 3) / WORDS),
		sentenceCount: SENTENCES,
		wordCount: WORDS,
		correctWordCount: WORDS - substitutions - deletions,
		wordSubstitutionCount: substitutions,
		wordDeletionCount: deletions,
		wordInsertionCount: insertions,
		tokenErrorRate: errors / WORDS,
		tokenCount: WORDS,
		correctTokenCount: WORDS - substitutions - deletions,
		tokenSubstitutionCount: substitutions,
		tokenDeletionCount: deletions,
		tokenInsertionCount: insertions,
		tokenErrors: {
			punctuation: edits(0.2),
			capitalization: edits(0.2),
			inverseTextNormalization: edits(0.1),
			lexical: edits(0.4),
			others: edits(0.1),
		},
	};
}

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
