import { countAudio } from './archiveParts.mts';
import { isBlank } from './lines.mts';
import { faultInLocale } from './localeRules.mts';
import { unreadable } from './sentence.mts';

export type Entry = import('./zip/zipArchive.mts').Entry;

export interface Archived {
	finding: import('./finding.mts').Finding;
	names: import('./audioNames.mts').AudioNames;
	read: Map<Entry, import('./wav.mts').Audio>;
	material: import('./examine.mts').Material;
}

/** The lines of transcripts: on each the name of an audio file, one tab, and what is said in it. */
class TranscriptLines {
	finding: any;
	names: any;
	read: any;
	material: any;
	meant: any;

	/** @param {Archived} archived */
	constructor({ finding, names, read, material }: Archived) {
		this.finding = finding;
		this.names = names;
		this.read = read;
		this.material = material;
		/** @type {Set<Entry>} files that some line means */
		this.meant = new Set();
	}

	/** @param {import('./lines.mts').Line} line */
	judge({ number: lineNumber, text: line }: import('./lines.mts').Line) {
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

	faultOfName(name: string): string | undefined {
		if (this.names.exact(name)) return undefined;
		const meant = this.names.loose(name);
		return meant
			? `It does not write the name as the archive does: '${meant.name}'.`
			: 'Its audio file is not in the archive.';
	}

	faultOf(entry: Entry | undefined, text: string): string | undefined {
		if (entry && this.meant.has(entry)) return 'Its audio file has a line already.';
		const fault = entry && this.read.get(entry)?.fault;
		if (fault) return `Its audio file cannot be used. ${fault}`;
		return faultInLocale(text, 'transcripts', this.material);
	}

	take(entry: Entry, name: string, text: string) {
		const audio = this.read.get(entry);
		if (audio) countAudio(this.finding, audio, this.material);
		this.finding.utterances.push({ audio: name, text: text.trim() });
	}

	/**
	 * Rejects the audio that no line means.
	 */
	close(reason: string) {
		for (const entry of this.read.keys()) {
			if (!this.meant.has(entry)) this.finding.reject({ name: entry.name, reason });
		}
	}
}

/**
 * @param texts what follows the name, parted by tabs
 */
function faultOfTexts(texts: string[]): string | undefined {
	if (texts.length !== 1) {
		return `It has ${texts.length} tabs; exactly one must part file name and transcript.`;
	}
	return isBlank(texts[0]) ? 'The transcript is empty.' : undefined;
}

export { TranscriptLines };
