import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { grownItem } from '../../shared/n8n/items';
import { utcDay, toUtcIso } from '../../shared/speech/dates';
import { leftOut, type Narrowed } from '../inProject';
import { countsOf, expirationReport, reportSummary } from './expirationReport';

/**
 * One item with the report on all findings: as `report.html` for the text of a mail, and as the file `report`.
 *
 * @param narrowed The findings, most urgent first.
 * @param now Milliseconds since the epoch.
 */
export async function reportItem(
	context: IExecuteFunctions,
	itemIndex: number,
	{ findings, withoutProject }: Narrowed,
	now: number,
): Promise<INodeExecutionData> {
	const input = context.getInputData()[itemIndex];
	const omitted = leftOut(withoutProject);
	const html = expirationReport(findings, now, omitted);
	const fileName = `speech-models-${utcDay(toUtcIso(now))}.html`;
	const file = await context.helpers.prepareBinaryData(Buffer.from(html), fileName, 'text/html');
	const item = grownItem(input, itemIndex, {
		report: { checked: findings.length, ...countsOf(findings), withoutProject, html },
		summary: [reportSummary(findings), omitted].filter(Boolean).join(' '),
	});
	return { ...item, binary: { ...input.binary, report: file } };
}
