'use strict';

const { countAudio } = require('./archiveParts.js');
const { isBlank } = require('./lines.js');
const { faultInLocale } = require('./localeRules.js');
const { unreadable } = require('./sentence.js');

/**
 * @typedef {import('./zip/zipArchive.js').Entry} Entry
 *
 * @typedef {object} Archived what the lines are held against
 * @property {import('./finding.js').Finding} finding
 * @property {import('./audioNames.js').AudioNames} names
 * @property {Map<Entry, import('./wav.js').Audio>} read
 * @property {import('./examine.js').Material} material
 */

/** The lines of transcripts: on each the name of an audio file, one tab, and what is said in it. */
class TranscriptLines {
	/** @param {Archived} archived */
	constructor({ finding, names, read, material }) {
		this.finding = finding;
		this.names = names;
		this.read = read;
		this.material = material;
		/** @type {Set<Entry>} files that some line means */
		this.meant = new Set();
	}

	/** @param {import('./lines.js').Line} line */
	judge({ number: lineNumber, text: line }) {
		const fault = unreadable(line);
		if (!fault && isBlank(line)) return;
		const [name, ...texts] = line.split('\t');
		const entry = this.names.exact(name) ?? this.names.loose(name);
		const reason =
			fault ?? faultOfTexts(texts) ?? this.faultOfName(name) ?? this.faultOf(entry, texts[0]);
		if (entry && !reason) this.take(entry, name, texts[0]);
		if (entry) this.meant.add(entry);
		const place = texts.length > 0 ? { name, text: texts.join('\t') } : { text: line };
		this.finding.judge(reason, { lineNumber, ...place });
	}

	/**
	 * @param {string} name
	 * @returns {string | undefined}
	 */
	faultOfName(name) {
		if (this.names.exact(name)) return undefined;
		const meant = this.names.loose(name);
		return meant
			? `It does not write the name as the archive does: '${meant.name}'.`
			: 'Its audio file is not in the archive.';
	}

	/**
	 * @param {Entry | undefined} entry
	 * @param {string} text
	 * @returns {string | undefined}
	 */
	faultOf(entry, text) {
		if (entry && this.meant.has(entry)) return 'Its audio file has a line already.';
		const fault = entry && this.read.get(entry)?.fault;
		if (fault) return `Its audio file cannot be used. ${fault}`;
		return faultInLocale(text, 'transcripts', this.material);
	}

	/**
	 * @param {Entry} entry
	 * @param {string} name
	 * @param {string} text
	 */
	take(entry, name, text) {
		const audio = this.read.get(entry);
		if (audio) countAudio(this.finding, audio, this.material);
		this.finding.utterances.push({ audio: name, text: text.trim() });
	}

	/**
	 * Rejects the audio that no line means.
	 * @param {string} reason
	 */
	close(reason) {
		for (const entry of this.read.keys()) {
			if (!this.meant.has(entry)) this.finding.reject({ name: entry.name, reason });
		}
	}
}

/**
 * @param {string[]} texts what follows the name, parted by tabs
 * @returns {string | undefined}
 */
function faultOfTexts(texts) {
	if (texts.length !== 1) {
		return `It has ${texts.length} tabs; exactly one must part file name and transcript.`;
	}
	return isBlank(texts[0]) ? 'The transcript is empty.' : undefined;
}

module.exports = { TranscriptLines };
