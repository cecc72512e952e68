'use strict';

const { toldLines } = require('../content/takeContent.js');
const { datasetView } = require('./dataset.js');
const { entriesOf } = require('./reportEntries.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').ViewContext} ViewContext
 */

/** What cannot be parsed as JSON, whatever a client expects in it. */
const UNREADABLE = '{"acceptedLineCount": ';

/** @type {Record<string, (record: EntityRecord, ctx: ViewContext) => string>} */
const REPORTS = {
	lines: (record, ctx) =>
		json({ ...counts(record, ctx), rejectedLines: rejectedLines(record, ctx) }),
	counts: (record, ctx) => json(counts(record, ctx)),
	entries: (record, ctx) => json({ ...totals(record, ctx), entries: entries(record, ctx) }),
	entriesAsString: (record, ctx) =>
		json({ ...totals(record, ctx), entries: JSON.stringify(entries(record, ctx)) }),
	byName: (record, ctx) => json({ ...totals(record, ctx), entries: byName(entries(record, ctx)) }),
	jsonLines: (record, ctx) =>
		entries(record, ctx)
			.map((entry) => `${JSON.stringify(entry)}\n`)
			.join(''),
	unreadable: () => UNREADABLE,
};

/**
 * The report about the content of a dataset. In one of an older version entries were seen with file name, text, message
 * and status, and counts of successes and failures; how they are put together, and the counts' names, are ours, as is
 * the form with rejected lines.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function datasetReport(record, ctx) {
	return Buffer.from(REPORTS[ctx.service.quirks.datasetReport](record, ctx));
}

/**
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function counts(record, ctx) {
	const { acceptedLineCount, rejectedLineCount, durationMilliseconds, error } = datasetView(
		record,
		ctx,
	).properties;
	return {
		acceptedLineCount,
		rejectedLineCount,
		durationMilliseconds,
		...(error ? { error } : {}),
	};
}

/**
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function totals(record, ctx) {
	const { acceptedLineCount, rejectedLineCount, error } = counts(record, ctx);
	return {
		successCount: acceptedLineCount,
		failureCount: rejectedLineCount,
		...(error ? { error } : {}),
	};
}

/**
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function rejectedLines({ id }, { service }) {
	return toldLines(service, id).rejections.map(({ text: _, ...rejection }) => rejection);
}

/**
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function entries({ id }, { service }) {
	return entriesOf(toldLines(service, id));
}

/** @param {import('./reportEntries.js').ReportEntry[]} list */
function byName(list) {
	return Object.fromEntries(
		list.map(({ filename, ...entry }, index) => [filename ?? String(index + 1), entry]),
	);
}

/** @param {unknown} report */
function json(report) {
	return JSON.stringify(report, null, 2);
}

module.exports = { datasetReport, UNREADABLE };
