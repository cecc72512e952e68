import type { Edit } from '../utterances/editsOf';
import { joinPieces, shownEdits, type Piece } from '../utterances/shownEdits';
import { html, type SafeHtml } from '../../shared/report/html';
import { painted, QUIET } from '../../shared/report/tones';
import { DELETION, INSERTION, SUBSTITUTION } from './testTones';

const PADDING = 'padding:0 2px';

/** What was heard, with the errors marked. */
export function markedHtml(edits: Edit[]): SafeHtml {
	return html`${joinPieces(shownEdits(edits), markedPiece, (space) => html`${space}`)}`;
}

/** How the marks are read, in the terms of the service. */
export function markLegend(): SafeHtml {
	return html`<p ${painted('margin:0;font-size:14px', QUIET)}>
		${leftOut('deletion')} ${putIn('insertion')} ${leftOut('said')} ${heard('heard')} (substitution)
	</p>`;
}

function markedPiece(piece: Piece): SafeHtml {
	switch (piece.kind) {
		case 'gap':
			return html`…`;
		case 'same':
			return html`${piece.heard}`;
		case 'deletion':
			return leftOut(piece.said ?? '?');
		case 'insertion':
			return putIn(piece.heard);
		case 'substitution':
			return html`${piece.said === null ? '' : html`${leftOut(piece.said)} `}${heard(piece.heard)}`;
	}
}

/** Each of the three can be told without colors too. */
function leftOut(words: string): SafeHtml {
	return html`<del ${painted(`${PADDING};text-decoration:line-through`, DELETION)}>${words}</del>`;
}

function putIn(words: string): SafeHtml {
	return html`<ins ${painted(`${PADDING};text-decoration:underline`, INSERTION)}>${words}</ins>`;
}

function heard(words: string): SafeHtml {
	const style = `${PADDING};font-weight:bold;text-decoration:none`;
	return html`<ins ${painted(style, SUBSTITUTION)}>${words}</ins>`;
}
