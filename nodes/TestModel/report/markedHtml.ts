import type { Edit } from '../utterances/editsOf';
import { joinPieces, shownEdits, type Piece } from '../utterances/shownEdits';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR } from '../../shared/report/page';

/** Each kind of error can be told without colours too. */
const LEFT_OUT = 'padding:0 2px;background:#fbdcd9;color:#8f1d14;text-decoration:line-through';
const PUT_IN = 'padding:0 2px;background:#d9ecfb;color:#0b4a7a;text-decoration:underline';
const MISHEARD = 'padding:0 2px;background:#fdeac2;color:#6b4300;font-weight:bold';

/** What was heard, with the errors marked. */
export function markedHtml(edits: Edit[]): SafeHtml {
	return html`${joinPieces(shownEdits(edits), markedPiece, (space) => html`${space}`)}`;
}

/** How the marks are read. */
export function markLegend(): SafeHtml {
	return html`<p style="margin:0;font-size:14px;color:${QUIET_COLOUR}">
		<span style="${LEFT_OUT}">deleted</span> <span style="${PUT_IN}">inserted</span>
		<span style="${LEFT_OUT}">said</span> <span style="${MISHEARD}">recognized instead</span>
	</p>`;
}

function markedPiece(piece: Piece): SafeHtml {
	switch (piece.kind) {
		case 'gap':
			return html`…`;
		case 'same':
			return html`${piece.heard}`;
		case 'deletion':
			return html`<del style="${LEFT_OUT}">${piece.said ?? '?'}</del>`;
		case 'insertion':
			return html`<ins style="${PUT_IN}">${piece.heard}</ins>`;
		case 'substitution':
			return html`${piece.said === null
					? ''
					: html`<del style="${LEFT_OUT}">${piece.said}</del> `}<ins
					style="${MISHEARD};text-decoration:none"
					>${piece.heard}</ins
				>`;
	}
}
