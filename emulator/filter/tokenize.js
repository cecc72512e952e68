'use strict';

/**
 * @typedef {{ type: 'word' | 'string' | 'date' | '(' | ')' | 'end', text: string, at: number }} Token
 */

const PATTERNS = /** @type {const} */ ([
	['space', /\s+/y],
	['string', /'(?:[^']|'')*'/y],
	['date', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/y],
	['word', /[A-Za-z][A-Za-z0-9]*/y],
	['(', /\(/y],
	[')', /\)/y],
]);

/** What is wrong with a filter. */
class FilterError extends Error {}

/**
 * Cuts a filter expression into tokens.
 * @param {string} text
 * @returns {Token[]}
 */
function tokenize(text) {
	/** @type {Token[]} */
	const tokens = [];
	let at = 0;
	while (at < text.length) {
		const [type, found] = tokenAt(text, at);
		if (type === 'date' && Number.isNaN(Date.parse(found))) {
			throw new FilterError(`${found} is no date-time`);
		}
		if (type !== 'space') {
			const value = type === 'string' ? found.slice(1, -1).replaceAll("''", "'") : found;
			tokens.push({ type, text: value, at });
		}
		at += found.length;
	}
	tokens.push({ type: 'end', text: 'the end', at });
	return tokens;
}

/**
 * @param {string} text
 * @param {number} at
 */
function tokenAt(text, at) {
	for (const [type, pattern] of PATTERNS) {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) return /** @type {const} */ ([type, found[0]]);
	}
	throw new FilterError(`unexpected '${text[at]}' at position ${at}`);
}

module.exports = { tokenize, FilterError };
