import { cleanText, counted } from '../../shared/speech/text';
import { errorsIn } from '../utterances/editsOf';
import type { Hearing } from '../utterances/parseScore';
import type { Utterance } from '../utterances/worstUtterances';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, RULE_COLOUR } from '../../shared/report/page';
import { markedHtml } from './markedHtml';

/** One recording: what was said, and what each model heard. */
export function utteranceBlock({ audio, said, reference, candidate }: Utterance): SafeHtml {
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
