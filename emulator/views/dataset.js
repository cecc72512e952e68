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
 * What is told of the content, nothing before the end. Content nobody read has made-up figures.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function counts(record, ctx) {
	const status = statusOf(record, ctx.now);
	const audio = ['Acoustic', 'AudioFiles'].includes(record.fields.kind);
	/** @type {import('../content/takeContent.js').TakenContent | undefined} */
	const known = record.inner.content;
	const unread = { accepted: 100, rejected: 0, durationMilliseconds: audio ? 3_600_000 : 0 };
	const nothing = { accepted: 0, rejected: 0, durationMilliseconds: 0 };
	const told =
		status === 'Succeeded' ? (known ?? unread) : status === 'Failed' ? (known ?? nothing) : nothing;
	return {
		textNormalizationKind: 'Default',
		acceptedLineCount: told.accepted,
		rejectedLineCount: told.rejected,
		durationMilliseconds: told.durationMilliseconds,
		...failure(record, ctx),
	};
}

module.exports = { datasetView };
