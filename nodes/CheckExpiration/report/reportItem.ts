import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { grownItem } from '../../shared/n8n/items';
import { leftOut, type Narrowed } from '../inProject';
import { countsOf, expirationReport, reportSummary } from './expirationReport';

/**
 * One item with the report on all findings, as `report.html`. It is in the item only there: a file beside it would double
 * what n8n stores.
 *
 * @param narrowed The findings, most urgent first.
 * @param now Milliseconds since the epoch.
 */
export function reportItem(
	context: IExecuteFunctions,
	itemIndex: number,
	{ findings, withoutProject }: Narrowed,
	now: number,
): INodeExecutionData {
	const input = context.getInputData()[itemIndex];
	const omitted = leftOut(withoutProject);
	const html = expirationReport(findings, now, omitted);
	return grownItem(input, itemIndex, {
		report: { checked: findings.length, ...countsOf(findings), withoutProject, html },
		summary: [reportSummary(findings), omitted].filter(Boolean).join(' '),
	});
}
