import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, reportPage, reportSection, RULE_COLOUR } from '../../shared/report/page';
import { Room } from '../../shared/report/room';
import { cleanText, counted } from '../../shared/speech/text';
import { errorsIn } from '../utterances/editsOf';
import type { Hearing } from '../utterances/parseScore';
import type { Utterance } from '../utterances/worstUtterances';
import { VERDICT_COLOURS } from './colours';
import { countTable } from './countTable';
import { markedHtml, markLegend } from './markedHtml';
import { rateBars } from './rateBars';
import { countRows, factsOf, rateRows, roomNote, VERDICT_WORDS, type Report } from './report';

/** The report as one page of at most 100 kB, readable in a browser, in a mail and on paper. */
export function htmlReport(report: Report): string {
	const { candidate, remarks, utterances } = report;
	const content = html`
		${verdictBox(report)} ${remarks.map((remark) => html`<p style="margin:0 0 16px">${remark}</p>`)}
		${reportSection('Error rates', rateBars(report, rateRows(report)))}
		${reportSection('Words and errors', countTable(countRows(report)))}
		${utterances.length > 0 ? reportSection('Recordings with the most errors', worst(report)) : ''}
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
	const { shown, left } = new Room().take(utterances, utteranceBlock);
	const rest = left === 0 ? '' : html`<p style="margin:16px 0 0">${roomNote(left)}</p>`;
	return html`${markLegend()} ${shown} ${rest}`;
}

/** One recording: what was said, and what each model heard. */
function utteranceBlock({ audio, said, reference, candidate }: Utterance): SafeHtml {
	return html`<div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid ${RULE_COLOUR}">
		<p style="margin:0 0 4px;font-size:14px;color:${QUIET_COLOUR}">${cleanText(audio, 100)}</p>
		${said === null ? '' : line('Said', html`${cleanText(said)}`)}
		${heardLine('Reference model', reference)} ${heardLine('New model', candidate)}
	</div>`;
}

function heardLine(name: string, hearing: Hearing | null): SafeHtml {
	if (hearing === null) return html``;
	if (hearing.edits === null) return line(name, html`${cleanText(hearing.heard)}`);
	const errors = counted(errorsIn(hearing.edits), 'error');
	const note = html`<span style="white-space:nowrap;color:${QUIET_COLOUR}">(${errors})</span>`;
	return line(name, markedHtml(hearing.edits), note);
}

/** Transcripts may be written from right to left; what stands around them is not. */
function line(name: string, transcript: SafeHtml, note = html``): SafeHtml {
	return html`<p style="margin:0 0 4px">
		<strong>${name}:</strong> <span dir="auto">${transcript}</span> ${note}
	</p>`;
}
