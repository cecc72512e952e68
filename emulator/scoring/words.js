'use strict';

// Written without spaces between words: each character counts as one, as sign-wise scores do.
const UNSPACED = /^(ja|zh|th)\b/i;

/**
 * The words of a transcript as they are compared: in lower case, without punctuation but apostrophes within words.
 * @param {string} text
 * @param {string} locale
 * @returns {string[]}
 */
function wordsOf(text, locale) {
	const pattern = UNSPACED.test(locale)
		? /[\p{L}\p{N}]\p{M}*/gu
		: /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
	return text.toLowerCase().match(pattern) ?? [];
}

/**
 * Words as a text again.
 * @param {string[]} words
 * @param {string} locale
 */
function textOf(words, locale) {
	return words.join(UNSPACED.test(locale) ? '' : ' ');
}

module.exports = { wordsOf, textOf };
