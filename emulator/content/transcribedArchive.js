'use strict';

const { partsOf, readAudio, stranger } = require('./archiveParts.js');
const { AudioNames } = require('./audioNames.js');
const { ByteReader } = require('./byteReader.js');
const { chooseTranscripts } = require('./chooseTranscripts.js');
const { Finding, atMost } = require('./finding.js');
const { linesOf } = require('./lines.js');
const { isAllowed } = require('./localeRules.js');
const { readHead } = require('./textHead.js');
const { TranscriptLines } = require('./transcriptLines.js');
const { ZipArchive } = require('./zip/zipArchive.js');

/**
 * @typedef {import('./examine.js').Material} Material
 * @typedef {import('./zip/zipArchive.js').Entry} Entry
 */

/**
 * Audio with transcripts: a zip of WAV files and one text that has a line for each.
 * Source: "How to create human-labeled transcriptions".
 * @param {Material} material
 */
async function examineTranscribedAudio(material) {
	return ZipArchive.open(material.file, async (archive) => {
		const finding = new Finding();
		const { audio, texts, strangers } = partsOf(archive.entries);
		const names = new AudioNames(audio);
		const transcripts = await chooseTranscripts(archive, texts, names);
		const read = await readAudio(archive, audio, material);
		const lines = new TranscriptLines({ finding, names, read, material });
		for await (const line of linesOfTranscripts(archive, transcripts, material)) lines.judge(line);
		lines.close(`It has no line in '${transcripts.name}'.`);
		const others = texts.filter((text) => text !== transcripts).map(stranger);
		for (const one of [...strangers, ...others]) finding.reject(one);
		return finding;
	});
}

/**
 * @param {ZipArchive} archive
 * @param {Entry} entry
 * @param {Material} material
 * @returns {AsyncGenerator<import('./lines.js').Line>}
 */
async function* linesOfTranscripts(archive, entry, { limits, locale, quirks }) {
	const what = `'${entry.name}'`;
	atMost(entry.size, limits.bytes.Language, `bytes in ${what}`);
	const mayLackMark = isAllowed('noMark', 'transcripts', locale);
	const bomNeeded = quirks.withoutBom === 'refused' && !mayLackMark;
	const reader = new ByteReader(archive.wholeContent(entry));
	try {
		await readHead(reader, { what, bomNeeded, mayBeForeign: true });
		yield* linesOf(reader.rest(), { what });
	} finally {
		await reader.close();
	}
}

module.exports = { examineTranscribedAudio };
