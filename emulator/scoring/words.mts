// Written without spaces between words: each character counts as one, as sign-wise scores do.
const UNSPACED = /^(ja|zh|th)\b/i;

/**
 * The words of a transcript as they are compared: in lower case, without punctuation but apostrophes within words.
 */
function wordsOf(text: string, locale: string): string[] {
	const pattern = UNSPACED.test(locale)
		? /[\p{L}\p{N}]\p{M}*/gu
		: /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
	return text.toLowerCase().match(pattern) ?? [];
}

/**
 * Words as a text again.
 */
function textOf(words: string[], locale: string) {
	return words.join(UNSPACED.test(locale) ? '' : ' ');
}

export { wordsOf, textOf };
