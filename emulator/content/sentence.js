'use strict';

const MOST_TIMES = 3;
const LONGEST_GROUP = 5;

// Everything that moves no cursor and shows no ink, but the tab, and the mark of bytes that were no text.
const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd\u2028\u2029]/;
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/\S/i;

/**
 * Why the service would not learn from a sentence, or nothing.
 * @param {string} text
 * @param {import('../quirks.js').Quirks} quirks
 * @returns {string | undefined}
 */
function faultOfSentence(text, quirks) {
	if (hasUnprintable(text)) return 'It holds a control or unrecognizable character.';
	if (ADDRESS.test(text)) return 'It holds a URI.';
	if (quirks.repetitions === 'dropped' && repeats(text)) {
		return `It repeats something more than ${MOST_TIMES} times.`;
	}
	return undefined;
}

/** @param {string} text */
function hasUnprintable(text) {
	return UNPRINTABLE.test(text);
}

/**
 * Whether a letter, a word, or a group of words comes more than three times in a row.
 * @param {string} text
 */
function repeats(text) {
	if (/(\p{L})\1{3}/iu.test(text)) return true;
	const words = text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
	for (let size = 1; size <= LONGEST_GROUP; size += 1) {
		let run = 0;
		for (let at = size; at < words.length; at += 1) {
			run = words[at] === words[at - size] ? run + 1 : 0;
			if (run >= size * MOST_TIMES) return true;
		}
	}
	return false;
}

module.exports = { faultOfSentence, hasUnprintable };
