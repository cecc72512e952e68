import { Unusable } from './finding.mts';
import { isBlank, linesOf } from './lines.mts';

export type Entry = import('./zip/zipArchive.mts').Entry;

export type ZipArchive = import('./zip/zipArchive.mts').ZipArchive;

export type AudioNames = import('./audioNames.mts').AudioNames;

const AUDIO_ENDING = /\.(wav|mp3|m4a|flac|ogg|opus|wma|aac|mp4)$/i;

/**
 * The one text that is the transcripts, whatever its name: the one whose lines name audio, or else the one with tabs.
 */
async function chooseTranscripts(
	archive: ZipArchive,
	texts: Entry[],
	audio: AudioNames,
): Promise<Entry> {
	if (texts.length === 0) {
		throw new Unusable(
			'The archive has no transcripts: one .txt or .tsv file with a line for each audio file.',
		);
	}
	if (texts.length === 1) return texts[0];
	/** @type {Entry[]} */
	const strong: Entry[] = [];
	/** @type {Entry[]} */
	const weak: Entry[] = [];
	for (const text of texts) {
		const signs = await signsOf(archive, text, audio);
		if (signs === 'strong') strong.push(text);
		else if (signs === 'weak') weak.push(text);
	}
	const found = strong.length > 0 ? strong : weak;
	if (found.length === 1) return found[0];
	const count = found.length > 0 ? found.length : texts.length;
	throw new Unusable(
		`The archive has ${count} text files that may be the transcripts; there must be one with all of them.`,
	);
}

/**
 * How much a text looks like transcripts.
 */
async function signsOf(
	archive: ZipArchive,
	text: Entry,
	audio: AudioNames,
): Promise<'strong' | 'weak' | 'none'> {
	let lines = 0;
	let tabbed = 0;
	for await (const line of linesOf(archive.content(text), { what: text.name, lenient: true })) {
		if (isBlank(line.text)) continue;
		lines += 1;
		const tab = line.text.indexOf('\t');
		if (tab < 0) continue;
		tabbed += 1;
		const name = line.text.slice(0, tab);
		if (audio.loose(name) || AUDIO_ENDING.test(audio.bare(name))) return 'strong';
	}
	return tabbed > 0 && tabbed * 2 >= lines ? 'weak' : 'none';
}

export { chooseTranscripts };
