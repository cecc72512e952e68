'use strict';

const { Finding } = require('./finding.js');
const { isBlank } = require('./lines.js');
const { faultOfSentence, hasUnprintable } = require('./sentence.js');

/** @typedef {import('./examine.js').Material} Material */

/**
 * Plain text: one sentence a line. Blank lines count for nothing.
 * @param {Material} material
 */
async function examineSentences({ lines, quirks }) {
	const finding = new Finding();
	for await (const { number, text } of lines) {
		if (isBlank(text)) continue;
		finding.judge(faultOfSentence(text, quirks), { lineNumber: number });
	}
	return finding;
}

/**
 * Pronunciations: the form to show, one tab, the form as spoken.
 * @param {Material} material
 */
async function examinePronunciations({ lines }) {
	const finding = new Finding();
	for await (const { number, text } of lines) {
		if (isBlank(text)) continue;
		finding.judge(faultOfPair(text), { lineNumber: number });
	}
	return finding;
}

/**
 * What is wrong with two forms that one tab should part.
 * @param {string} text
 * @returns {string | undefined}
 */
function faultOfPair(text) {
	const forms = text.split('\t');
	if (forms.length !== 2) {
		return `It has ${forms.length - 1} tabs; exactly one must part the two forms.`;
	}
	if (forms.some(isBlank)) return 'One of its two forms is empty.';
	return hasUnprintable(text) ? 'It holds a control or unrecognizable character.' : undefined;
}

module.exports = { examineSentences, examinePronunciations, faultOfPair };
