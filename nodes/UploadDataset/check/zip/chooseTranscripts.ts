import { AUDIO_ENDING } from '../text/foreignText';
import { sameName } from './entryName';
import type { AudioFile } from './readDataArchive';
import type { ReadText } from './transcript';

/** Which text of an archive is its transcripts. */
export interface TranscriptChoice {
	/** Null when it has none, or several. */
	chosen: ReadText | null;
	/** Whether that can be told from what it says; a single text is taken for them even when it cannot. */
	isCertain: boolean;
	/** Texts that all read as transcripts; none of them is chosen. */
	rivals: ReadText[];
}

/**
 * Chooses the transcripts of an archive: the one text whose lines read as name, tab, text, whatever it is called.
 * Lines that name audio tell more than lines that only have a tab.
 */
export function chooseTranscripts(texts: ReadText[], audio: AudioFile[]): TranscriptChoice {
	const names = new Set(
		audio.flatMap(({ name }) => [sameName(name), sameName(name).replace(/\.wav$/, '')]),
	);
	const certain = texts.filter((text) => namesAudio(text, names));
	const likely = texts.filter((text) => hasTabs(text));
	const best = certain.length > 0 ? certain : likely;
	if (best.length === 1) return { chosen: best[0], isCertain: true, rivals: [] };
	if (best.length > 1) return { chosen: null, isCertain: certain.length > 1, rivals: best };
	return { chosen: texts.length === 1 ? texts[0] : null, isCertain: false, rivals: [] };
}

/** Whether a text reads as transcripts by itself, in an archive of which nothing else is known. */
export function readsAsTranscripts(text: ReadText): boolean {
	return namesAudio(text, new Set()) || hasTabs(text);
}

function namesAudio({ lines }: ReadText, names: ReadonlySet<string>): boolean {
	return lines.some(({ file }) => {
		const name = bareName(file);
		return AUDIO_ENDING.test(name) || names.has(sameName(name));
	});
}

function hasTabs({ filled, withTab }: ReadText): boolean {
	return filled > 0 && withTab * 2 >= filled;
}

/** A name without what people write around it: quotes, blanks, a path. */
export function bareName(file: string): string {
	const unquoted = file
		.trim()
		.replace(/^["'“‘]+|["'”’]+$/gu, '')
		.trim();
	return unquoted.split(/[/\\]/).pop()!;
}
