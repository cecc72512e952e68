/** What the columns of a text's lines say of its kind. */
export interface TextColumns {
	/** Whether most lines have columns with a tab between. */
	hasTabs: boolean;
	/** Whether all lines have exactly two columns with several blanks between. */
	hasBlanks: boolean;
	/** Whether the second of two columns spells out the first, with a tab or blanks between. */
	isSpelledOut: boolean;
}

/** Looks at the columns of lines that are not blank. */
export function textColumns(lines: string[]): TextColumns {
	const withTab = lines.filter((line) => line.includes('\t'));
	const hasTabs = withTab.length * 2 > lines.length;
	const pairs = withTab.filter((line) => line.split('\t').length === 2);
	const spelled = pairs.filter((line) => isSpelled(halves(line, /\t/), 1));
	const hasBlanks =
		lines.length > 1 && lines.every((line) => line.trim().split(/ {2,}/).length === 2);
	const isSpelledWith = (between: RegExp, leastLetters: number) =>
		lines.length > 0 &&
		lines.every((line) => isSpelled(halves(line.trim(), between), leastLetters));
	const isSpelledOut =
		withTab.length === 0
			? isSpelledWith(/ {2,}/, 1) || isSpelledWith(/ /, 2)
			: hasTabs && pairs.length === lines.length && spelled.length * 2 >= lines.length;
	return { hasTabs, hasBlanks, isSpelledOut };
}

function halves(line: string, between: RegExp): [string, string] {
	const at = line.search(between);
	return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at).replace(between, '')];
}

/**
 * Whether the second form is how the first is spoken: letters one by one, or the same letters in more words,
 * or words in place of digits; where one blank parts them, so many letters that no sentence has them. Source of the examples: Microsoft Learn, "Training and testing datasets", pronunciation data.
 */
function isSpelled([display, spoken]: [string, string], leastLetters: number): boolean {
	const words = spoken.trim().toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length < 2 || /\d/.test(spoken)) return false;
	const letters = words.filter((word) => /^\p{L}$/u.test(word)).length;
	// Two capitals, or letters and digits mixed: 1 alone is a number.
	const isAbbreviation = /\p{Lu}.*\p{Lu}|\d.*\p{L}|\p{L}.*\d/u.test(display);
	const isSameInParts =
		words.join('') ===
		display
			.trim()
			.toLowerCase()
			.replace(/[\s\-_.]+/g, '');
	const isOneWord = !/\s/.test(display.trim());
	return (isAbbreviation && letters >= leastLetters) || (isSameInParts && isOneWord);
}
