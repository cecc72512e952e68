'use strict';

const { Finding, Unusable, atMost } = require('./finding.js');
const { isBlank, linesOf } = require('./lines.js');
const { faultOfSentence } = require('./sentence.js');
const { HEAD_BYTES, readWav } = require('./wav.js');
const { Zip } = require('./zip.js');

/**
 * @typedef {import('./examine.js').Material} Material
 * @typedef {import('./wav.js').Audio} Audio
 * @typedef {import('./zip.js').Entry} Entry
 */

/**
 * Audio without transcripts: a zip of WAV files, each of which counts as a line.
 * @param {Material} material
 */
async function examineAudio(material) {
	return Zip.open(material.file, async (zip) => {
		const finding = new Finding();
		for (const [name, audio] of await audioOf(zip, zip.entries, material)) {
			accept(finding, audio, material);
			finding.judge(audio.fault, { name });
		}
		return finding;
	});
}

/**
 * Audio with transcripts: a zip of WAV files and one text that has a line for each.
 * @param {Material} material
 */
async function examineTranscribedAudio(material) {
	return Zip.open(material.file, async (zip) => {
		const transcript = transcriptOf(zip.entries);
		const others = zip.entries.filter((entry) => entry !== transcript);
		const audio = await audioOf(zip, others, material);
		const finding = new Finding();
		const seen = new Set();
		const what = `'${transcript.name}'`;
		const fault = zip.faultOf(transcript);
		if (fault) throw new Unusable(`${what} cannot be read. ${fault}`);
		atMost(transcript.size, material.limits.bytes.Language, `bytes in ${what}`);
		const bomNeeded = material.quirks.withoutBom !== 'taken';
		for await (const line of linesOf([await zip.read(transcript)], { bomNeeded, what })) {
			if (isBlank(line.text)) continue;
			const [name, ...rest] = line.text.split('\t');
			const found = audio.get(name);
			const reason =
				faultOfTranscript(rest, material) ??
				(found ? undefined : 'Its audio file is not in the archive.') ??
				(seen.has(name) ? 'Its audio file has a line already.' : undefined) ??
				(found?.fault && `Its audio file cannot be used. ${found.fault}`);
			seen.add(name);
			if (!reason && found) {
				accept(finding, found, material);
				finding.utterances.push({ audio: name, text: rest[0].trim() });
			}
			finding.judge(reason, { lineNumber: line.number, name });
		}
		for (const name of audio.keys()) {
			if (!seen.has(name)) finding.reject({ name, reason: `It has no line in ${what}.` });
		}
		return finding;
	});
}

/**
 * The one text of an archive.
 * @param {Entry[]} entries
 */
function transcriptOf(entries) {
	const texts = entries.filter(({ name }) => /^[^/]+\.(txt|tsv)$/i.test(name));
	if (texts.length === 1) return texts[0];
	throw new Unusable(
		texts.length === 0
			? "The archive has no transcripts: a file 'trans.txt' beside the audio."
			: `The archive has ${texts.length} text files; there must be one with all transcripts.`,
	);
}

/**
 * @param {string[]} parts what follows the name of the audio file
 * @param {Material} material
 */
function faultOfTranscript(parts, { quirks }) {
	if (parts.length !== 1) {
		return `It has ${parts.length} tabs; exactly one must part file name and transcript.`;
	}
	return isBlank(parts[0]) ? 'The transcript is empty.' : faultOfSentence(parts[0], quirks);
}

/**
 * What the header of every file says.
 * @param {Zip} zip
 * @param {Entry[]} entries
 * @param {Material} material
 * @returns {Promise<Map<string, Audio>>}
 */
async function audioOf(zip, entries, { limits }) {
	atMost(entries.length, limits.files, 'files in the archive');
	const audio = new Map();
	for (const entry of entries) audio.set(entry.name, await readAudio(zip, entry, limits));
	return audio;
}

/**
 * @param {Zip} zip
 * @param {Entry} entry
 * @param {import('./limits.js').Limits} limits
 * @returns {Promise<Audio>}
 */
async function readAudio(zip, entry, limits) {
	const fault = zip.faultOf(entry);
	if (fault) return { milliseconds: 0, fault };
	const audio = readWav(await zip.read(entry, HEAD_BYTES), entry.size);
	const tooLong = audio.milliseconds > limits.audioSeconds * 1000;
	return tooLong ? { ...audio, fault: `It is longer than ${limits.audioSeconds} s.` } : audio;
}

/**
 * @param {Finding} finding
 * @param {Audio} audio
 * @param {Material} material
 */
function accept(finding, { fault, milliseconds }, { limits }) {
	if (fault) return;
	finding.durationMilliseconds += milliseconds;
	if (milliseconds <= limits.trainingSeconds * 1000) finding.shortAudio = true;
}

module.exports = { examineAudio, examineTranscribedAudio };
