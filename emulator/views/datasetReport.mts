import { toldLines } from '../content/takeContent.mts';
import { datasetView } from './dataset.mts';
import { entriesOf } from './reportEntries.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type ViewContext = import('../types.mts').ViewContext;

/** What cannot be parsed as JSON, whatever a client expects in it. */
const UNREADABLE = '{"acceptedLineCount": ';

/** @type {Record<string, (record: EntityRecord, ctx: ViewContext) => string>} */
const REPORTS: Record<string, (record: EntityRecord, ctx: ViewContext) => string> = {
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
 */
function datasetReport(record: EntityRecord, ctx: ViewContext) {
	return Buffer.from(REPORTS[ctx.service.quirks.datasetReport](record, ctx));
}

function counts(record: EntityRecord, ctx: ViewContext) {
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

function totals(record: EntityRecord, ctx: ViewContext) {
	const { acceptedLineCount, rejectedLineCount, error } = counts(record, ctx);
	return {
		successCount: acceptedLineCount,
		failureCount: rejectedLineCount,
		...(error ? { error } : {}),
	};
}

function rejectedLines({ id }: EntityRecord, { service }: ViewContext) {
	return toldLines(service, id).rejections.map(({ text: _, ...rejection }) => rejection);
}

function entries({ id }: EntityRecord, { service }: ViewContext) {
	return entriesOf(toldLines(service, id));
}

/** @param {import('./reportEntries.mts').ReportEntry[]} list */
function byName(list: import('./reportEntries.mts').ReportEntry[]) {
	return Object.fromEntries(
		list.map(({ filename, ...entry }, index) => [filename ?? String(index + 1), entry]),
	);
}

/** @param {unknown} report */
function json(report: unknown) {
	return JSON.stringify(report, null, 2);
}

export { datasetReport, UNREADABLE };
