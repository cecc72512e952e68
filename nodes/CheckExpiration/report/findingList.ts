import { html, type SafeHtml } from '../../shared/report/html';
import { painted, QUIET } from '../../shared/report/tones';
import type { Room } from '../../shared/report/room';
import type { ExpirationFinding } from '../checkExpiration';
import { findingBlock, findingLine } from './findingBlock';
import { axis, type Span } from './timeline';

/** So many of a section are drawn; the others get a line each. */
const MOST_DRAWN = 20;

/** The findings of a section: the first with their bars, the others as lines, and how many found no room. */
export function findingList(findings: ExpirationFinding[], span: Span, room: Room): SafeHtml {
	const first = findings.slice(0, MOST_DRAWN);
	const { shown } = room.take(first, (one) => findingBlock(one, span));
	const drawn = html`${axis(span)}
		<ul style="list-style:none;margin:0;padding:0">
			${shown}
		</ul>`;
	return html`${shown.length > 0 ? drawn : ''} ${findingLines(findings.slice(shown.length), room)}`;
}

/** A line for each finding, and how many found no room. */
export function findingLines(findings: ExpirationFinding[], room: Room): SafeHtml {
	if (findings.length === 0) return html``;
	const { shown, left } = room.take(findings, findingLine);
	const rest = left === 0 ? '' : restNote(left);
	if (shown.length === 0) return html`${rest}`;
	return html`<ul style="margin:8px 0;padding:0 0 0 20px;font-size:14px">
			${shown}
		</ul>
		${rest}`;
}

function restNote(left: number): SafeHtml {
	return html`<p ${painted('margin:8px 0 0;font-size:14px', QUIET)}>
		${left} more not listed here, to keep the page short. To get all of them, set 'Output' to
		'Items'.
	</p>`;
}
