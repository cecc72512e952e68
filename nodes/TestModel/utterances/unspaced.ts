/** Scripts written without spaces between words; each of their signs counts as a word, as in sign-wise scores. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|[^\\s${UNSPACED}]+`, 'gu');
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]\\p{M}*$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** The words of a text, marks included. */
export function splitWords(text: string): string[] {
	return text.match(WORD) ?? [];
}

/** What stands between two words. */
export function spaceBetween(before: string, after: string): string {
	return ENDS_UNSPACED.test(before) && BEGINS_UNSPACED.test(after) ? '' : ' ';
}
