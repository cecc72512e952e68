'use strict';

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/** How late a change is shown, by the emulator's clock. */
const LATE_MS = 2_000;

/**
 * Keeps how an endpoint is before a change, to be shown a little longer when the quirk wants it.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function hideChange(record, ctx) {
	delete record.inner.shown;
	if (ctx.service.quirks.endpointChangeShown === 'atOnce') return;
	record.inner.shown = { record: structuredClone(record), until: ctx.now + LATE_MS };
}

/**
 * An endpoint as it is shown at a moment: as it was, while its last change is hidden.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {EntityRecord}
 */
function shownRecord(record, { now }) {
	const { shown } = record.inner;
	return shown && now < shown.until ? shown.record : record;
}

module.exports = { hideChange, shownRecord };
