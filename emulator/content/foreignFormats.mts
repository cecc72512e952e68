/**
 * What a text or an archive may be instead, told by its first bytes.
 * @type {[string, RegExp][]}
 */
const FORMATS: [string, RegExp][] = [
	['a zip archive, or a document packed as one', /^PK[\x03\x05\x07]/],
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
function foreignFormat(head: string) {
	return FORMATS.find(([, pattern]) => pattern.test(head))?.[0];
}

export { foreignFormat };
