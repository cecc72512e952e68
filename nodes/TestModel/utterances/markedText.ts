import type { Edit } from './editsOf';

const PIECE = /<(insertion|deletion|substitution)>([\s\S]*?)<\/\1>|([^<]+)/gi;

/** Stands for a word that was left out. */
const LEFT_OUT = '@';

/**
 * Reads a text in which the service has marked the errors, such as
 * `return,<deletion>@</deletion>,<substitution>odor</substitution>`.
 * What was said in place of a substituted or a deleted word does not stand in it.
 */
export function editsInMarkedText(text: string): Edit[] {
	return [...text.matchAll(PIECE)].flatMap(([, mark, inside, plain]) =>
		wordsOf(inside ?? plain).map((word) => editOf(mark?.toLowerCase(), word)),
	);
}

function editOf(mark: string | undefined, word: string): Edit {
	switch (mark) {
		case 'insertion':
			return { kind: 'insertion', heard: word };
		case 'deletion':
			return { kind: 'deletion', said: word === LEFT_OUT ? null : word };
		case 'substitution':
			return { kind: 'substitution', said: null, heard: word };
		default:
			return { kind: 'same', said: word, heard: word };
	}
}

/** Words may be divided by commas; the text is in lexical form, which has no marks of its own. */
function wordsOf(text: string): string[] {
	return text.split(/[\s,]+/).filter(Boolean);
}
