import { cleanText } from '../../shared/speech/text';
import type { Edit } from './editsOf';
import { spaceBetween } from './unspaced';

/** A sentence is shown whole. Of a longer recording the words around its errors are kept: a call may have thousands. */
const SENTENCE = 40;
const CONTEXT = 8;
const MOST_PIECES = 300;

/** An edit fit to show, or a place where words without errors were left out. */
export type Piece = Edit | { kind: 'gap' };

/** The edits as a person reads them: long stretches without errors left out, every word on one line. */
export function shownEdits(edits: Edit[]): Piece[] {
	const isNear = nearErrors(edits);
	const pieces: Piece[] = [];
	for (const [index, edit] of edits.entries()) {
		if (isNear[index]) pieces.push(cleaned(edit));
		else if (pieces[pieces.length - 1]?.kind !== 'gap') pieces.push({ kind: 'gap' });
	}
	const isLong = pieces.length > MOST_PIECES;
	return isLong ? [...pieces.slice(0, MOST_PIECES), { kind: 'gap' }] : pieces;
}

/** By index: whether an edit is shown, as an error or close to one. Without errors the beginning stands for all. */
function nearErrors(edits: Edit[]): boolean[] {
	if (edits.length <= SENTENCE) return edits.map(() => true);
	const errors = edits.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
	const near = edits.map((_edit, index) => errors.length === 0 && index < SENTENCE);
	for (const error of errors) near.fill(true, Math.max(0, error - CONTEXT), error + CONTEXT + 1);
	return near;
}

function cleaned(edit: Edit): Edit {
	const words = Object.entries(edit).map(([name, word]) => [
		name,
		name === 'kind' || word === null ? word : cleanText(word, 60),
	]);
	return Object.fromEntries(words) as Edit;
}

/** Joins the pieces, each in its form, with what stands between their words. */
export function joinPieces<Form>(
	pieces: Piece[],
	form: (piece: Piece) => Form,
	space: (text: string) => Form,
): Form[] {
	return pieces.flatMap((piece, index) =>
		index === 0
			? [form(piece)]
			: [space(spaceBetween(wordOf(pieces[index - 1]), wordOf(piece))), form(piece)],
	);
}

function wordOf(piece: Piece): string {
	if (piece.kind === 'gap') return '';
	return ('heard' in piece ? piece.heard : piece.said) ?? '';
}

/** The pieces as plain text: `[-said-]`, `{+heard+}`. */
export function markedText(pieces: Piece[]): string {
	return joinPieces(pieces, markedPiece, (space) => space).join('');
}

function markedPiece(piece: Piece): string {
	switch (piece.kind) {
		case 'gap':
			return '…';
		case 'same':
			return piece.heard;
		case 'deletion':
			return `[-${piece.said ?? '?'}-]`;
		case 'insertion':
			return `{+${piece.heard}+}`;
		case 'substitution':
			return `[-${piece.said ?? '?'}-]{+${piece.heard}+}`;
	}
}
