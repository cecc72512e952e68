'use strict';

const { statusOf } = require('../time/job.js');
const { failure, overlay, progress, references } = require('./entityParts.js');
const { apiUrl, selfUrl } = require('./urls.js');

/**
 * A dataset as the API shows it.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function datasetView(record, ctx) {
	const path = `/datasets/${record.id}`;
	const links = { files: apiUrl(ctx, `${path}/files`) };
	if (record.inner.byBlocks) {
		Object.assign(links, {
			commitBlocks: apiUrl(ctx, `${path}/blocks:commit`),
			listBlocks: apiUrl(ctx, `${path}/blocks`),
			uploadBlocks: apiUrl(ctx, `${path}/blocks`),
		});
	}
	return {
		self: selfUrl(ctx, { collection: 'datasets', id: record.id }),
		links,
		properties: overlay(counts(record, ctx), record, ctx),
		...record.fields,
		...references(record, ctx),
		...progress(record, ctx),
	};
}

/**
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function counts(record, ctx) {
	const done = statusOf(record, ctx.now) === 'Succeeded';
	const audio = ['Acoustic', 'AudioFiles'].includes(record.fields.kind);
	return {
		textNormalizationKind: 'Default',
		acceptedLineCount: done ? (record.inner.lines ?? 100) : 0,
		rejectedLineCount: 0,
		durationMilliseconds: done && audio ? 3_600_000 : 0,
		...failure(record, ctx),
	};
}

module.exports = { datasetView };
