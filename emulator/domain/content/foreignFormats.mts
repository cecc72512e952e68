/** How the parts of a zip archive begin. */
const ZIP_MARKS = ['PK\x03', 'PK\x05', 'PK\x07'];

/** What else a text or an archive may be instead, told by its first bytes. */
const FORMATS: [string, RegExp][] = [
	['a WAV file', /^RIFF/],
	['a PDF document', /^%PDF/],
	['an RTF document', /^\{\\rtf/],
	['an HTML page', /^\s*(<!doctype html|<html|<head|<body)/i],
	['XML', /^\s*<\?xml/],
	['WebVTT subtitles', /^WEBVTT/],
	['SubRip subtitles', /^\s*\d+[ \t]*\r?\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{3}\s*-->/],
	['SubStation subtitles', /^\[Script Info\]/i],
	['JSON', /^\s*(\{\s*"[^"\n]*"\s*:|\[\s*(\{\s*"|\[|"))/],
];

/**
 * The format of a content that only looks like a text, or nothing.
 * @param head how it begins, without a byte-order mark
 */
export function foreignFormat(head: string) {
	if (ZIP_MARKS.some((mark) => head.startsWith(mark))) {
		return 'a zip archive, or a document packed as one';
	}
	return FORMATS.find(([, pattern]) => pattern.test(head))?.[0];
}
