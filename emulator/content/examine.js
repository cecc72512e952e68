'use strict';

const { isUtf8 } = require('node:buffer');
const { buffer } = require('node:stream/consumers');
const { examineAudio } = require('./audioArchive.js');
const { ByteReader } = require('./byteReader.js');
const { examineDisplayRules } = require('./displayRules.js');
const { Finding, Unusable } = require('./finding.js');
const { linesOf } = require('./lines.js');
const { isAllowed } = require('./localeRules.js');
const { examinePronunciations, examineSentences } = require('./plainText.js');
const { examineStructuredText } = require('./structuredText.js');
const { isOnlyPossible } = require('./sentence.js');
const { readHead } = require('./textHead.js');
const { examineTranscribedAudio } = require('./transcribedArchive.js');

/**
 * @typedef {object} Material what is examined, and by which rules
 * @property {string} file
 * @property {AsyncGenerator<import('./lines.js').Line>} lines of a text; never read for an archive
 * @property {string} locale
 * @property {import('./limits.js').Limits} limits
 * @property {import('../quirks.js').Quirks} quirks
 *
 * @typedef {{ finding: Finding, error?: import('../types.js').JobError }} Verdict
 */

/** @type {Record<string, (material: Material) => Promise<Finding>>} */
const EXAMINERS = {
	Language: examineSentences,
	LanguageMarkdown: examineStructuredText,
	Pronunciation: examinePronunciations,
	OutputFormatting: examineDisplayRules,
	Acoustic: examineTranscribedAudio,
	AudioFiles: examineAudio,
};

/**
 * Examines the content of a dataset by the published rules of its kind and locale.
 * @param {import('../service.js').Service} service
 * @param {{ kind: string, locale: string, name: string, size: number }} content `name` of the blob
 * @returns {Promise<Verdict>}
 */
async function examine({ blobs, quirks, options: { limits } }, { kind, locale, name, size }) {
	const most = limits.bytes[kind];
	const mayBeAnsi = isAllowed('ansi', kind, locale);
	const bomNeeded = !mayBeAnsi && needsBom(kind, quirks);
	const lines = linesOfText(chunksOf(blobs, name), { bomNeeded, mayBeAnsi });
	const material = { file: blobs.fileOf(name), lines, locale, limits, quirks };
	try {
		if (size === 0) throw new Unusable('The content is empty.');
		if (size > most) throw new Unusable(`The content has ${size} bytes; the most is ${most}.`);
		const finding = await EXAMINERS[kind](material);
		return isUsable(finding) ? { finding } : { finding, error: nothingLeft(finding) };
	} catch (error) {
		if (!(error instanceof Unusable)) throw error;
		return { finding: new Finding(), error: { code: error.code, message: error.message } };
	}
}

/**
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {{ bomNeeded: boolean, mayBeAnsi: boolean }} rule
 * @returns {AsyncGenerator<import('./lines.js').Line>}
 */
async function* linesOfText(chunks, { bomNeeded, mayBeAnsi }) {
	const reader = new ByteReader(chunks);
	try {
		const what = 'The content';
		const isMarked = await readHead(reader, { what, bomNeeded });
		if (isMarked || !mayBeAnsi) return yield* linesOf(reader.rest(), { what });
		// Small enough to be held, as pronunciations are.
		const bytes = await buffer(reader.rest());
		const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
		yield* linesOf(onePiece(bytes), { what, encoding });
	} finally {
		await reader.close();
	}
}

/** @param {Buffer} bytes */
async function* onePiece(bytes) {
	yield bytes;
}

/**
 * Opens a blob only when somebody begins to read.
 * @param {import('../store/blobs.js').Blobs} blobs
 * @param {string} name
 */
async function* chunksOf(blobs, name) {
	yield* blobs.stream(name);
}

/**
 * @param {string} kind
 * @param {import('../quirks.js').Quirks} quirks
 */
function needsBom(kind, { withoutBom }) {
	if (withoutBom === 'asInSamples') return kind !== 'LanguageMarkdown';
	return withoutBom === 'refused';
}

/** @param {Finding} finding */
function isUsable({ accepted, rejections }) {
	if (accepted > 0) return true;
	return rejections.length > 0 && rejections.every(({ reason }) => isOnlyPossible(reason));
}

/** @param {Finding} finding */
function nothingLeft({ rejected, rejections }) {
	const first = rejections[0];
	const message = first
		? `All ${rejected} lines were rejected; the first: ${first.reason}`
		: 'The content holds no line.';
	return { code: 'DataImportFailed', message };
}

module.exports = { examine };
