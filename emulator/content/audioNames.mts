import { nameKey } from './zip/entryNames.mts';

export type Entry = import('./zip/zipArchive.mts').Entry;

const QUOTES = /^["'“”„«»]+|["'“”„«»]+$/g;

/** The audio files of an archive, to be found by what transcripts call them. */
class AudioNames {
	byKey: Map<string, Entry>;

	/** @param {Entry[]} audio */
	constructor(audio: Entry[]) {
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
	 */
	exact(name: string) {
		return this.byKey.get(nameKey(name));
	}

	/**
	 * The file that is likely meant: the name may have a path, quotes, or no `.wav`.
	 */
	loose(name: string) {
		const bare = this.bare(name);
		return bare === '' ? undefined : (this.exact(bare) ?? this.exact(`${bare}.wav`));
	}

	/**
	 * A name without quotes and path.
	 */
	bare(name: string) {
		const unquoted = name.trim().replace(QUOTES, '');
		return unquoted.slice(Math.max(unquoted.lastIndexOf('/'), unquoted.lastIndexOf('\\')) + 1);
	}
}

export { AudioNames };
