'use strict';

const { shownRecord } = require('../rules/lateChange.js');
const { statusOf } = require('../time/job.js');
const { failure, overlay, progress, references } = require('./entityParts.js');
const { reference, selfUrl } = require('./urls.js');

/**
 * An endpoint as the API shows it. That an expired model is no longer used is nowhere to be seen, as in the service.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function endpointView(record, ctx) {
	return viewOf(shownRecord(record, ctx), ctx);
}

/**
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function viewOf(record, ctx) {
	return {
		self: selfUrl(ctx, { collection: 'endpoints', id: record.id }),
		links: {
			webSocket: `wss://emulator.stt.speech.microsoft.com/stt/speech/universal/v2?cid=${record.id}`,
		},
		properties: overlay({ loggingEnabled: false, ...failure(record, ctx) }, record, ctx),
		...record.fields,
		...references(record, ctx),
		...takenBack(record, ctx),
		...progress(record, ctx),
	};
}

/**
 * The model from before a change that failed, when the quirk wants it shown.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function takenBack(record, ctx) {
	const before = record.inner.previousModel;
	const failed = statusOf(record, ctx.now) === 'Failed';
	const shown = before && failed && ctx.service.quirks.failedUpdateModel === 'old';
	return shown ? { model: reference(ctx, before) } : {};
}

module.exports = { endpointView };
