'use strict';

/**
 * @typedef {object} ReportEntry one line, or one file of an archive
 * @property {string} [filename] only of an archive
 * @property {string} [inputText]
 * @property {string | null} message why it was rejected
 * @property {'Succeeded' | 'Failed'} status
 *
 * @typedef {import('../content/finding.js').Place} Place
 */

const MOST_ENTRIES = 1000;

/**
 * The entries of a report in the order of the lines; when they are too many, successes are left out first.
 * @param {import('../content/takeContent.js').ToldLines} told
 * @returns {ReportEntry[]}
 */
function entriesOf({ rejections, acceptances }) {
	const room = Math.max(0, MOST_ENTRIES - rejections.length);
	/** @type {(Place & { reason?: string })[]} */
	const places = [...rejections, ...acceptances.slice(0, room)];
	const line = (/** @type {Place} */ { lineNumber = Infinity }) => lineNumber;
	return places
		.sort((one, other) => (line(one) < line(other) ? -1 : Number(line(one) > line(other))))
		.map(({ name, text, reason }) => ({
			...(name === undefined ? {} : { filename: name }),
			...(text === undefined ? {} : { inputText: text }),
			message: reason ?? null,
			status: reason === undefined ? 'Succeeded' : 'Failed',
		}));
}

module.exports = { entriesOf };
