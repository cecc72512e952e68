import { countAudio } from './archiveParts.mts';
import type { AudioNames } from './audioNames.mts';
import type { Finding } from './finding.mts';
import { isBlank, type Line } from './lines.mts';
import { faultInLocale } from './localeRules.mts';
import type { Material } from './material.mts';
import { unreadable } from './sentence.mts';
import type { Audio } from './wav.mts';
import type { Entry } from './zip/entry.mts';

export interface Archived {
	finding: Finding;
	names: AudioNames;
	read: Map<Entry, Audio>;
	material: Material;
}

/** The lines of transcripts: on each the name of an audio file, one tab, and what is said in it. */
export class TranscriptLines {
	private readonly finding: Finding;
	private readonly names: AudioNames;
	private readonly read: Map<Entry, Audio>;
	private readonly material: Material;
	/** Files that some line means. */
	private readonly meant = new Set<Entry>();

	constructor({ finding, names, read, material }: Archived) {
		this.finding = finding;
		this.names = names;
		this.read = read;
		this.material = material;
	}

	judge({ number: lineNumber, text: line }: Line) {
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

	private faultOfName(name: string): string | undefined {
		if (this.names.exact(name)) return undefined;
		const meant = this.names.loose(name);
		return meant
			? `It does not write the name as the archive does: '${meant.name}'.`
			: 'Its audio file is not in the archive.';
	}

	private faultOf(entry: Entry | undefined, text: string): string | undefined {
		if (entry && this.meant.has(entry)) return 'Its audio file has a line already.';
		const fault = entry && this.read.get(entry)?.fault;
		if (fault) return `Its audio file cannot be used. ${fault}`;
		return faultInLocale(text, 'transcripts', this.material);
	}

	private take(entry: Entry, name: string, text: string) {
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
