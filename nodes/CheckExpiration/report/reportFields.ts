import type { IDataObject } from 'n8n-workflow';

import { leftOut, type Narrowed } from '../inProject';
import { countsOf, expirationReport, reportSummary } from './expirationReport';

/**
 * What an item holds of the report on all findings, the page as `report.html`. It is there only: a file beside it would
 * double what n8n stores.
 *
 * @param narrowed The findings, most urgent first.
 * @param now Milliseconds since the epoch.
 */
export function reportFields({ findings, withoutProject }: Narrowed, now: number): IDataObject {
	const omitted = leftOut(withoutProject);
	const html = expirationReport(findings, now, omitted);
	return {
		report: { checked: findings.length, ...countsOf(findings), withoutProject, html },
		summary: [reportSummary(findings), omitted].filter(Boolean).join(' '),
	};
}
