'use strict';

const { noUtf8 } = require('./textHead.js');
const { unreadable } = require('./sentence.js');

/** @typedef {{ number: number, text: string }} Line */

/**
 * The lines of a text, counted from 1, without their ends and without a byte-order mark.
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {{ what: string, encoding?: 'utf-8' | 'windows-1252', lenient?: boolean }} rule `what` names the text in an
 *   error; `lenient` reads bytes that are no UTF-8 as U+FFFD
 * @returns {AsyncGenerator<Line>}
 */
async function* linesOf(chunks, { what, encoding = 'utf-8', lenient = false }) {
	const decoder = new TextDecoder(encoding, { fatal: !lenient });
	let number = 0;
	/** @type {string[]} pieces of a line that has not ended */
	let open = [];
	const decode = (/** @type {Uint8Array | undefined} */ bytes) => {
		try {
			return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
		} catch {
			throw noUtf8(`${what} is not valid UTF-8 near line ${number + 1}.`);
		}
	};
	const close = (/** @type {string} */ piece) => {
		const text = [...open, piece].join('').replace(/\r$/, '');
		open = [];
		return { number: ++number, text };
	};
	for await (const chunk of chunks) {
		const pieces = decode(chunk).split('\n');
		const last = pieces.pop() ?? '';
		for (const piece of pieces) yield close(piece);
		if (last !== '') open.push(last);
	}
	const end = decode(undefined);
	if (open.length > 0 || end !== '') yield close(end);
}

/**
 * The lines that say something. One that nobody can read is rejected; a blank one counts for nothing.
 * @param {AsyncIterable<Line>} lines
 * @param {import('./finding.js').Finding} finding
 * @returns {AsyncGenerator<Line>}
 */
async function* readableLines(lines, finding) {
	for await (const line of lines) {
		const reason = unreadable(line.text);
		if (reason) finding.reject({ lineNumber: line.number, text: line.text, reason });
		else if (!isBlank(line.text)) yield line;
	}
}

/** @param {string} text */
function isBlank(text) {
	return text.trim() === '';
}

module.exports = { linesOf, readableLines, isBlank };
