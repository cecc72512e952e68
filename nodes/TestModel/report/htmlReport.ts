import { QUIET_COLOUR, RULE_COLOUR, VERDICT_COLOURS } from './colours';
import { countTable } from './countTable';
import { html, type SafeHtml } from './html';
import { markLegend } from './markedHtml';
import { rateBars } from './rateBars';
import { countRows, factsOf, rateRows, VERDICT_WORDS, type Report } from './report';
import { utteranceBlock } from './utteranceBlock';

const FONT = "16px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The report as a page of its own: no script, no link, nothing fetched.
 * Styles stand at the elements, because mail programs drop style sheets.
 */
export function htmlReport(report: Report): string {
	const { candidate, remarks, utterances } = report;
	const policy = "default-src 'none'; style-src 'unsafe-inline'";
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light" />
				<meta http-equiv="Content-Security-Policy" content="${policy}" />
				<title>Test of ${candidate.name}</title>
			</head>
			<body style="margin:0;background:#eef2f3">
				<div
					style="max-width:760px;margin:0 auto;padding:24px 16px;font:${FONT};color:#1c2b2e;overflow-wrap:anywhere"
				>
					<p style="margin:0;color:${QUIET_COLOUR}">${factsOf(report)}</p>
					<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">${candidate.name}</h1>
					${verdictBox(report)}
					${remarks.map((remark) => html`<p style="margin:0 0 16px">${remark}</p>`)}
					${section('Error rates', rateBars(report, rateRows(report)))}
					${section('Words and errors', countTable(countRows(report)))}
					${utterances.length > 0 ? section('Where the model errs most', worst(report)) : ''}
					<p style="margin:24px 0 0;font-size:14px;color:${QUIET_COLOUR}">
						Test ${report.testName} (${report.evaluationId})
					</p>
				</div>
			</body>
		</html>`;
	return page.text;
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

function section(heading: string, content: SafeHtml): SafeHtml {
	return html`<div
		style="margin:0 0 16px;padding:16px;background:#ffffff;border:1px solid ${RULE_COLOUR}"
	>
		<h2 style="margin:0 0 8px;font-size:18px">${heading}</h2>
		${content}
	</div>`;
}

function worst({ utterances }: Report): SafeHtml {
	return html`${markLegend()} ${utterances.map(utteranceBlock)}`;
}
