'use strict';

const { nameKey } = require('./zip/entryNames.js');

/** @typedef {import('./zip/zipArchive.js').Entry} Entry */

const QUOTES = /^["'“”„«»]+|["'“”„«»]+$/g;

/** The audio files of an archive, to be found by what transcripts call them. */
class AudioNames {
	/** @param {Entry[]} audio */
	constructor(audio) {
		/** @type {Map<string, Entry>} */
		this.byKey = new Map();
		for (const entry of audio) {
			for (const name of entry.names) {
				const key = nameKey(name);
				if (!this.byKey.has(key)) this.byKey.set(key, entry);
			}
		}
	}

	/**
	 * The file of this name.
	 * @param {string} name
	 */
	exact(name) {
		return this.byKey.get(nameKey(name));
	}

	/**
	 * The file that is likely meant: the name may have a path, quotes, or no `.wav`.
	 * @param {string} name
	 */
	loose(name) {
		const bare = this.bare(name);
		return bare === '' ? undefined : (this.exact(bare) ?? this.exact(`${bare}.wav`));
	}

	/**
	 * A name without quotes and path.
	 * @param {string} name
	 */
	bare(name) {
		const unquoted = name.trim().replace(QUOTES, '');
		return unquoted.slice(Math.max(unquoted.lastIndexOf('/'), unquoted.lastIndexOf('\\')) + 1);
	}
}

module.exports = { AudioNames };
