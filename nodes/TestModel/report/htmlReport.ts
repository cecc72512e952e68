import { html, type SafeHtml } from '../../shared/report/html';
import { reportPage, reportSection } from '../../shared/report/page';
import { Room } from '../../shared/report/room';
import { painted, QUIET, RULE } from '../../shared/report/tones';
import { cleanText, counted } from '../../shared/speech/text';
import { errorsIn } from '../utterances/editsOf';
import type { Hearing } from '../utterances/parseScore';
import type { Utterance } from '../utterances/worstUtterances';
import { countTable } from './countTable';
import { markedHtml, markLegend } from './markedHtml';
import { rateBars } from './rateBars';
import {
	countRows,
	factsOf,
	rateRows,
	roomNote,
	titleOf,
	VERDICT_WORDS,
	WORST_HEADING,
	type Report,
} from './report';
import { TEST_TONES, VERDICT_TONES } from './testTones';

/** The report as one page of at most 100 kB, readable in a browser, in a mail and on paper. */
export function htmlReport(report: Report): string {
	const { candidate, datasetName, remarks, utterances } = report;
	const content = html`
		${verdictBox(report)} ${remarks.map((remark) => html`<p style="margin:0 0 16px">${remark}</p>`)}
		${reportSection('Error rates', rateBars(report, rateRows(report)))}
		${reportSection('Words and errors', countTable(countRows(report)))}
		${utterances.length > 0 ? reportSection(WORST_HEADING, worst(report)) : ''}
		<p ${painted('margin:24px 0 0;font-size:14px', QUIET)}>
			Test <bdi>${report.testName}</bdi> (${report.evaluationId})
		</p>
	`;
	const dataset = datasetName ? html` on <bdi>${datasetName}</bdi>` : '';
	return reportPage({
		title: titleOf(report),
		heading: html`Test report: <bdi>${candidate.name}</bdi>${dataset}`,
		facts: factsOf(report),
		content,
		tones: TEST_TONES,
	});
}

function verdictBox({ verdict }: Report): SafeHtml {
	if (verdict === null) return html``;
	const { box, word } = VERDICT_TONES[verdict.verdict];
	return html`<div
		${painted('margin:0 0 16px;padding:12px 16px;border:0 solid;border-left-width:6px', box)}
	>
		<strong ${painted('font-size:20px', word)}>${VERDICT_WORDS[verdict.verdict]}</strong>
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
	return html`<div
		${painted('margin:16px 0 0;padding:12px 0 0;border:0 solid;border-top-width:1px', RULE)}
	>
		<p ${painted('margin:0 0 4px;font-size:14px', QUIET)}><bdi>${cleanText(audio, 100)}</bdi></p>
		${said === null ? '' : line('Transcript', html`${cleanText(said)}`)}
		${heardLine('Reference model', reference)} ${heardLine('New model', candidate)}
	</div>`;
}

function heardLine(name: string, hearing: Hearing | null): SafeHtml {
	if (hearing === null) return html``;
	if (hearing.edits === null) return line(name, html`${cleanText(hearing.heard)}`);
	const errors = counted(errorsIn(hearing.edits), 'error');
	const note = html`<span ${painted('white-space:nowrap', QUIET)}>(${errors})</span>`;
	return line(name, markedHtml(hearing.edits), note);
}

/** Transcripts may be written from right to left; what stands around them is not. */
function line(name: string, transcript: SafeHtml, note = html``): SafeHtml {
	return html`<p style="margin:0 0 4px">
		<strong>${name}:</strong> <span dir="auto">${transcript}</span> ${note}
	</p>`;
}
