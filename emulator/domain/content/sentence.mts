import type { Quirks } from '../quirks.mts';

const MOST_TIMES = 3;
const LONGEST_GROUP = 5;

// A carriage return that no line feed follows.
const LONE_RETURN = /\r/;
// All control characters but the tab, the mark of bytes that were no text, and two separators nobody sees.
const UNREADABLE = /(?!\t)\p{Cc}|[\ufffd\u2028\u2029]/u;
// Its scheme is bounded, so that a long line without one is read once.
const ADDRESS = /[a-z][a-z0-9+.-]{0,20}:\/\/|\bwww\.\S/i;
const REPETITION = `It repeats something more than ${MOST_TIMES} times.`;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/**
 * Why nobody can read a line, or nothing. Source: "Training and testing datasets" (unrecognizable characters).
 */
export function unreadable(text: string): string | undefined {
	if (LONE_RETURN.test(text)) {
		return 'It contains a carriage return without a line feed; lines end with LF or CR LF.';
	}
	return UNREADABLE.test(text) ? 'It contains a control or unrecognizable character.' : undefined;
}

/**
 * Why the service would not learn from a sentence, or nothing. Source: "Training and testing datasets", plain text.
 */
export function faultOfSentence(text: string, quirks: Quirks): string | undefined {
	return ADDRESS.test(text) ? 'It contains a URI.' : faultOfRepetition(text, quirks);
}

export function faultOfRepetition(text: string, { repetitions }: Quirks): string | undefined {
	if (repetitions !== 'dropped' || !repeats(text)) return undefined;
	return REPETITION;
}

/**
 * Whether a line is left out for something that the pages only say might cost it: that alone fails no dataset.
 */
export function isOnlyPossible(reason: string) {
	return reason === REPETITION;
}

/**
 * Whether a letter, a word, or a group of words comes more than three times in a row.
 */
function repeats(text: string) {
	if (/(\p{L})\1{3}/iu.test(text)) return true;
	const words = text.toLowerCase().match(WORD) ?? [];
	for (let size = 1; size <= LONGEST_GROUP; size += 1) {
		let run = 0;
		for (let at = size; at < words.length; at += 1) {
			run = words[at] === words[at - size] ? run + 1 : 0;
			if (run >= size * MOST_TIMES) return true;
		}
	}
	return false;
}
