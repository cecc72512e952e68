import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, reportPage, reportSection } from '../../shared/report/page';
import { VERDICT_COLOURS } from './colours';
import { countTable } from './countTable';
import { markLegend } from './markedHtml';
import { rateBars } from './rateBars';
import { countRows, factsOf, rateRows, VERDICT_WORDS, type Report } from './report';
import { utteranceBlock } from './utteranceBlock';

/** The report as one page, readable in a browser, in a mail and on paper. */
export function htmlReport(report: Report): string {
	const { candidate, remarks, utterances } = report;
	const content = html`
		${verdictBox(report)} ${remarks.map((remark) => html`<p style="margin:0 0 16px">${remark}</p>`)}
		${reportSection('Error rates', rateBars(report, rateRows(report)))}
		${reportSection('Words and errors', countTable(countRows(report)))}
		${utterances.length > 0 ? reportSection('Where the model errs most', worst(report)) : ''}
		<p style="margin:24px 0 0;font-size:14px;color:${QUIET_COLOUR}">
			Test ${report.testName} (${report.evaluationId})
		</p>
	`;
	return reportPage(candidate.name, factsOf(report), content);
}

function verdictBox({ verdict }: Report): SafeHtml {
	if (verdict === null) return html``;
	const { edge, ground } = VERDICT_COLOURS[verdict.verdict];
	return html`<div
		style="margin:0 0 16px;padding:12px 16px;border-left:6px solid ${edge};background:${ground}"
	>
		<strong style="font-size:20px;color:${edge}">${VERDICT_WORDS[verdict.verdict]}</strong>
		<p style="margin:4px 0 0">${verdict.why}</p>
	</div>`;
}

function worst({ utterances }: Report): SafeHtml {
	return html`${markLegend()} ${utterances.map(utteranceBlock)}`;
}
