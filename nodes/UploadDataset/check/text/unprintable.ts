const CARRIAGE_RETURN = '\r';
const REPLACEMENT = '\ufffd';

/** Control characters but the tab, line separators, and the sign that stands for bytes which were no text. */
const UNPRINTABLE = /(?!\t)\p{Cc}|[\ufffd\u2028\u2029]/u;

/**
 * The first character of a line that no sentence has, in words; null when there is none.
 * `return` stands for a carriage return that ends no line: it hides where the lines end.
 */
export function unprintable(text: string): string | null {
	const found = UNPRINTABLE.exec(text)?.[0];
	if (found === undefined) return null;
	if (found === CARRIAGE_RETURN) return 'return';
	if (found === REPLACEMENT) return 'the character U+FFFD, which replaces a lost character';
	const isLineEnd = found === '\u2028' || found === '\u2029';
	return `the ${isLineEnd ? 'separator' : 'control character'} ${codePoint(found)}`;
}

/** `U+0007`. */
function codePoint(character: string): string {
	return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
