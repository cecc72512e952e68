'use strict';

const { Finding } = require('./finding.js');
const { isBlank, readableLines } = require('./lines.js');
const { faultInLocale } = require('./localeRules.js');
const { faultOfSentence } = require('./sentence.js');

/** @typedef {import('./examine.js').Material} Material */

const TRANSCRIPT = /^\s*"?[^\t]*\.(wav|mp3|m4a|flac|ogg|opus|wma|aac|mp4)"?\s*\t/i;
// Source: "Enable custom pronunciation" of 2018, the last page to name them.
const FORBIDDEN_MARK = /[~^]/;

/**
 * Plain text: one sentence a line. Blank lines count for nothing.
 * @param {Material} material
 */
async function examineSentences({ lines, locale, quirks }) {
	const finding = new Finding();
	for await (const { number, text } of readableLines(lines, finding)) {
		const reason =
			faultOfTranscript(text) ??
			faultOfSentence(text, quirks) ??
			faultInLocale(text, 'Language', { locale, quirks });
		finding.judge(reason, { lineNumber: number, text });
	}
	return finding;
}

/**
 * Pronunciations: the form to show, one tab, the form as spoken.
 * @param {Material} material
 */
async function examinePronunciations({ lines }) {
	const finding = new Finding();
	for await (const { number, text } of readableLines(lines, finding)) {
		const reason = faultOfTranscript(text) ?? faultOfPair(text) ?? faultOfMark(text);
		finding.judge(reason, { lineNumber: number, text });
	}
	return finding;
}

/** @param {string} text */
function faultOfTranscript(text) {
	return TRANSCRIPT.test(text)
		? 'It is a transcript, which belongs into an archive with its audio.'
		: undefined;
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
	return forms.some(isBlank) ? 'One of its two forms is empty.' : undefined;
}

/** @param {string} text */
function faultOfMark(text) {
	const mark = FORBIDDEN_MARK.exec(text.split('\t')[0])?.[0];
	return mark && `The displayed form holds the mark '${mark}'.`;
}

module.exports = { examineSentences, examinePronunciations, faultOfPair };
