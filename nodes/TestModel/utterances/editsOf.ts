import { splitWords } from './unspaced';

/** One step from what was said to what was heard; what was said is null where it is not known. */
export type Edit =
	| { kind: 'same'; said: string; heard: string }
	| { kind: 'substitution'; said: string | null; heard: string }
	| { kind: 'insertion'; heard: string }
	| { kind: 'deletion'; said: string | null };

/** Longer texts are not compared: time and memory grow with the product of both lengths. */
const MOST_WORDS = 2_000;

/**
 * The fewest edits that lead from one text to the other, word by word.
 * Case and punctuation make no difference, as for the service's word error rate.
 *
 * @returns null when a text is too long to compare.
 */
export function editsOf(said: string, heard: string): Edit[] | null {
	const from = wordsOf(said);
	const to = wordsOf(heard);
	if (from.length > MOST_WORDS || to.length > MOST_WORDS) return null;
	const numbers = new Map<string, number>();
	return walkBack(from, to, distances(numbered(from, numbers), numbered(to, numbers)));
}

/** How many errors there are among the edits. */
export function errorsIn(edits: Edit[]): number {
	return edits.filter(({ kind }) => kind !== 'same').length;
}

function wordsOf(text: string): string[] {
	// A mark that stands alone is no word.
	return splitWords(text).filter((word) => bare(word) !== '');
}

/** The word as it is compared; marks inside a word, as in "don't" and "3.5", belong to it. */
function bare(word: string): string {
	return word.toLowerCase().replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}

/** Equal words get equal numbers: comparing numbers is what keeps long texts fast. */
function numbered(words: string[], numbers: Map<string, number>): Uint32Array {
	return Uint32Array.from(words, (word) => {
		const key = bare(word);
		if (!numbers.has(key)) numbers.set(key, numbers.size);
		return numbers.get(key)!;
	});
}

/** The table of fewest edits: row by words said, column by words heard. */
function distances(from: Uint32Array, to: Uint32Array): Uint16Array[] {
	const first = Uint16Array.from({ length: to.length + 1 }, (_, column) => column);
	const table = [first];
	for (let row = 1; row <= from.length; row++) {
		const above = table[row - 1];
		const said = from[row - 1];
		const line = new Uint16Array(to.length + 1);
		line[0] = row;
		for (let column = 1; column <= to.length; column++) {
			const replaced = above[column - 1] + (said === to[column - 1] ? 0 : 1);
			const shorter = Math.min(above[column], line[column - 1]) + 1;
			line[column] = replaced < shorter ? replaced : shorter;
		}
		table.push(line);
	}
	return table;
}

/** The edits along one shortest way through the table, in reading order. */
function walkBack(from: string[], to: string[], table: Uint16Array[]): Edit[] {
	const edits: Edit[] = [];
	let row = from.length;
	let column = to.length;
	while (row > 0 || column > 0) {
		const here = table[row][column];
		const isSame =
			row > 0 &&
			column > 0 &&
			table[row - 1][column - 1] === here &&
			bare(from[row - 1]) === bare(to[column - 1]);
		// A substitution comes last: of ways equally short, the one that keeps more words reads better.
		if (isSame) {
			edits.push({ kind: 'same', said: from[--row], heard: to[--column] });
		} else if (column > 0 && table[row][column - 1] === here - 1) {
			edits.push({ kind: 'insertion', heard: to[--column] });
		} else if (row > 0 && table[row - 1][column] === here - 1) {
			edits.push({ kind: 'deletion', said: from[--row] });
		} else {
			edits.push({ kind: 'substitution', said: from[--row], heard: to[--column] });
		}
	}
	return edits.reverse();
}
