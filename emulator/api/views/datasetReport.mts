import { toldLines } from '../../domain/content/takeContent.mts';
import type { Quirks } from '../../domain/quirks.mts';
import type { DatasetRecord } from '../../domain/records.mts';
import type { ViewContext } from '../context.mts';
import { datasetView } from './dataset.mts';
import { entriesOf, type ReportEntry } from './reportEntries.mts';

/** What cannot be parsed as JSON, whatever a client expects in it. */
const UNREADABLE = '{"acceptedLineCount": ';

type Report = (dataset: DatasetRecord, ctx: ViewContext) => string;

const REPORTS: Record<Exclude<Quirks['datasetReport'], 'absent'>, Report> = {
	lines: (dataset, ctx) =>
		json({ ...counts(dataset, ctx), rejectedLines: rejectedLines(dataset, ctx) }),
	counts: (dataset, ctx) => json(counts(dataset, ctx)),
	entries: (dataset, ctx) => json({ ...totals(dataset, ctx), entries: entries(dataset, ctx) }),
	entriesAsString: (dataset, ctx) =>
		json({ ...totals(dataset, ctx), entries: JSON.stringify(entries(dataset, ctx)) }),
	byName: (dataset, ctx) =>
		json({ ...totals(dataset, ctx), entries: byName(entries(dataset, ctx)) }),
	jsonLines: (dataset, ctx) =>
		entries(dataset, ctx)
			.map((entry) => `${JSON.stringify(entry)}\n`)
			.join(''),
	unreadable: () => UNREADABLE,
};

/**
 * The report about the content of a dataset. In one of an older version entries were seen with file name, text, message
 * and status, and counts of successes and failures; how they are put together, and the counts' names, are ours, as is
 * the form with rejected lines.
 * @returns undefined when the quirk wants none
 */
export function datasetReport(dataset: DatasetRecord, ctx: ViewContext) {
	const { datasetReport: form } = ctx.service.quirks;
	return form === 'absent' ? undefined : () => Buffer.from(REPORTS[form](dataset, ctx));
}

function counts(dataset: DatasetRecord, ctx: ViewContext) {
	const { acceptedLineCount, rejectedLineCount, durationMilliseconds, error } = datasetView(
		dataset,
		ctx,
	).properties;
	return {
		acceptedLineCount,
		rejectedLineCount,
		durationMilliseconds,
		...(error ? { error } : {}),
	};
}

function totals(dataset: DatasetRecord, ctx: ViewContext) {
	const { acceptedLineCount, rejectedLineCount, error } = counts(dataset, ctx);
	return {
		successCount: acceptedLineCount,
		failureCount: rejectedLineCount,
		...(error ? { error } : {}),
	};
}

function rejectedLines({ id }: DatasetRecord, { service }: ViewContext) {
	return toldLines(service, id).rejections.map(({ lineNumber, name, reason }) => ({
		lineNumber,
		name,
		reason,
	}));
}

function entries({ id }: DatasetRecord, { service }: ViewContext) {
	return entriesOf(toldLines(service, id));
}

function byName(list: ReportEntry[]) {
	return Object.fromEntries(
		list.map(({ filename, ...entry }, index) => [filename ?? String(index + 1), entry]),
	);
}

function json(report: unknown) {
	return JSON.stringify(report, null, 2);
}
