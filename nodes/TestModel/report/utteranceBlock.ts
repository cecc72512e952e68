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
		${line('Said', said === null ? null : html`${cleanText(said)}`)}
		${line('Reference', heard(reference))} ${line('Model', heard(candidate))}
	</div>`;
}

function heard(hearing: Hearing | null): SafeHtml | null {
	if (hearing === null) return null;
	if (hearing.edits === null) return html`${cleanText(hearing.heard)}`;
	const errors = counted(errorsIn(hearing.edits), 'error');
	return html`${markedHtml(hearing.edits)}
		<span style="white-space:nowrap;color:${QUIET_COLOUR}">(${errors})</span>`;
}

/** Transcripts may be written from right to left. */
function line(name: string, content: SafeHtml | null): SafeHtml {
	if (content === null) return html``;
	return html`<p style="margin:0 0 4px">
		<strong>${name}:</strong> <span dir="auto">${content}</span>
	</p>`;
}
