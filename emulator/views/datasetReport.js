'use strict';

const { datasetView } = require('./dataset.js');

/** What cannot be parsed as JSON, whatever a client expects in it. */
const UNREADABLE = '{"acceptedLineCount": ';

/**
 * The report about the content of a dataset. No source shows one, so this shape is ours: the counts of the dataset,
 * and for each rejected line its number, the file it is about, or both, and why.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function datasetReport(record, ctx) {
	const { datasetReport: quirk } = ctx.service.quirks;
	if (quirk === 'unreadable') return Buffer.from(UNREADABLE);
	const { acceptedLineCount, rejectedLineCount, durationMilliseconds, error } = datasetView(
		record,
		ctx,
	).properties;
	const report = {
		acceptedLineCount,
		rejectedLineCount,
		durationMilliseconds,
		...(error ? { error } : {}),
		...(quirk === 'lines' ? { rejectedLines: record.inner.content?.rejections ?? [] } : {}),
	};
	return Buffer.from(JSON.stringify(report, null, 2));
}

module.exports = { datasetReport, UNREADABLE };
