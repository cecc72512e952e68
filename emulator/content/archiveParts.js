'use strict';

const { ByteReader } = require('./byteReader.js');
const { Unusable, atMost } = require('./finding.js');
const { readWav } = require('./wav.js');

/**
 * @typedef {import('./zip/zipArchive.js').Entry} Entry
 * @typedef {import('./zip/zipArchive.js').ZipArchive} ZipArchive
 * @typedef {import('./examine.js').Material} Material
 * @typedef {import('./wav.js').Audio} Audio
 *
 * @typedef {object} ArchiveParts
 * @property {Entry[]} audio
 * @property {Entry[]} texts what may be the transcripts
 * @property {import('./finding.js').Rejection[]} strangers what belongs to neither
 */

/**
 * Sorts what is in an archive by the names. Source: "Training and testing datasets", audio.
 * @param {Entry[]} entries
 * @returns {ArchiveParts}
 */
function partsOf(entries) {
	/** @type {ArchiveParts} */
	const parts = { audio: [], texts: [], strangers: [] };
	for (const entry of entries) {
		const { name } = entry;
		// Some programs list the folder they started from.
		if (name === '' && entry.source.fileNameLength > 0) continue;
		if (name.startsWith('__MACOSX/')) {
			parts.strangers.push({ name, reason: 'It is what macOS adds, and no audio.' });
		} else if (name.includes('/')) {
			parts.strangers.push({ name, reason: 'It is in a folder, or a folder itself.' });
		} else if (/\.wav$/i.test(name)) parts.audio.push(entry);
		else if (/\.(txt|tsv)$/i.test(name)) parts.texts.push(entry);
		else parts.strangers.push(stranger(entry));
	}
	return parts;
}

/**
 * @param {Entry} entry
 * @returns {import('./finding.js').Rejection}
 */
function stranger({ name }) {
	return { name, reason: 'It is neither audio (.wav) nor the transcripts of it.' };
}

/**
 * What the chunks before the samples say of every audio file.
 * @param {ZipArchive} archive
 * @param {Entry[]} entries
 * @param {Material} material
 * @returns {Promise<Map<Entry, Audio>>}
 */
async function readAudio(archive, entries, { limits }) {
	if (entries.length === 0) throw new Unusable('The archive holds no audio: no .wav file.');
	atMost(entries.length, limits.files, 'files in the archive');
	const audio = new Map();
	for (let at = 0; at < entries.length; at += AT_ONCE) {
		const some = entries.slice(at, at + AT_ONCE);
		const read = await Promise.all(some.map((entry) => readFile(archive, entry, limits)));
		some.forEach((entry, index) => audio.set(entry, read[index]));
	}
	return audio;
}

/** Files read at once, since each is little more than a wait for the disk. */
const AT_ONCE = 16;

/**
 * @param {ZipArchive} archive
 * @param {Entry} entry
 * @param {import('./limits.js').Limits} limits
 * @returns {Promise<Audio>}
 */
async function readFile(archive, entry, { audioSeconds }) {
	const reader = new ByteReader(archive.content(entry));
	try {
		const read = await readWav(reader, entry.size);
		const isTooLong = read.milliseconds > audioSeconds * 1000;
		return isTooLong ? { ...read, fault: `It is longer than ${audioSeconds} s.` } : read;
	} finally {
		await reader.close();
	}
}

/**
 * Counts the length of audio that is taken.
 * @param {import('./finding.js').Finding} finding
 * @param {Audio} audio
 * @param {Material} material
 */
function countAudio(finding, { milliseconds }, { limits }) {
	finding.durationMilliseconds += milliseconds;
	if (milliseconds <= limits.trainingSeconds * 1000) finding.shortAudio = true;
}

module.exports = { partsOf, stranger, readAudio, countAudio };
