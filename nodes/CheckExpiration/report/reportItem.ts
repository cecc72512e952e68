import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

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
	return {
		json: {
			...input.json,
			report: { checked: findings.length, ...countsOf(findings), withoutProject, html },
			summary: [reportSummary(findings), omitted].filter(Boolean).join(' '),
		},
		binary: { ...input.binary, report: file },
		pairedItem: { item: itemIndex },
	};
}
