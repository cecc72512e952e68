/** A text of another format than the service takes, and what to do with it. */
export interface ForeignText {
	/** Completes "The file is …". */
	is: string;
	fix: string;
}

const SENTENCES = 'Put only the sentences into a text file, one per line.';
const AS_TEXT = 'Save it as plain text, "UTF-8 with BOM".';
const FROM_MARKUP = 'Copy its text, and save it as plain text, one sentence per line.';

/** Formats that are text, by how they begin. */
const FORMATS: Array<[begins: RegExp, is: string, fix: string]> = [
	[
		/^\s*\d+[ \t]*\r?\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{3}\s*-->/,
		'a subtitle file (SubRip, .srt)',
		SENTENCES,
	],
	[/^WEBVTT/, 'a subtitle file (WebVTT, .vtt)', SENTENCES],
	[/^\[Script Info\]/i, 'a subtitle file (SubStation, .ass)', SENTENCES],
	[/^\{\\rtf/, 'a document in Rich Text Format (.rtf)', AS_TEXT],
	[/^%PDF/, 'a PDF document', AS_TEXT],
	[/^\s*(<!doctype html|<html|<head|<body)/i, 'a web page (HTML)', FROM_MARKUP],
	[/^\s*<\?xml/, 'an XML document', FROM_MARKUP],
	[/^\s*(\{\s*"[^"\n]*"\s*:|\[\s*(\{\s*"|\[|"))/, 'JSON data', FROM_MARKUP],
];

/**
 * Tells a text that is something else than lines to learn from.
 *
 * @param head How it begins, without a byte order mark.
 */
export function foreignText(head: string): ForeignText | null {
	const format = FORMATS.find(([begins]) => begins.test(head));
	return format ? { is: format[1], fix: format[2] } : null;
}

const ENDINGS = 'wav|mp3|m4a|flac|ogg|opus|wma|aac|mp4';
const RECORDING = new RegExp(`^\\s*"?[^\\t]*\\.(${ENDINGS})"?\\s*\\t`, 'i');

/** How the name of a recording ends. */
export const AUDIO_ENDING = new RegExp(`\\.(${ENDINGS})$`, 'i');

/** Whether a line names a recording and goes on with a tab, as those of transcripts do. */
export function isTranscriptLine(line: string): boolean {
	// Most lines have no tab, and are told without reading them again.
	return line.includes('\t') && RECORDING.test(line);
}
