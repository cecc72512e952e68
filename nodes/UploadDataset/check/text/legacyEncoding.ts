/**
 * Code pages in which Windows and old tools save the text of a language, the likelier one first.
 * Source: the defaults of the Encoding Standard (WHATWG) for locales.
 */
const BY_LANGUAGE: Array<[languages: RegExp, encodings: string[]]> = [
	[/^ja-/, ['shift_jis', 'euc-jp']],
	[/^zh-(tw|hk|hant)/, ['big5', 'gb18030']],
	[/^(zh|wuu|yue)-/, ['gb18030', 'big5']],
	[/^ko-/, ['euc-kr']],
	[/^(ru|uk|bg|sr|mk|kk|mn)-/, ['windows-1251', 'koi8-r']],
	[/^el-/, ['windows-1253']],
	[/^(tr|az)-/, ['windows-1254']],
	[/^he-/, ['windows-1255']],
	[/^(ar|fa|ur|ps)-/, ['windows-1256']],
	[/^(et|lv|lt)-/, ['windows-1257']],
	[/^vi-/, ['windows-1258']],
	[/^th-/, ['windows-874']],
	[/^(pl|cs|sk|hu|sl|hr|bs|ro|sq)-/, ['windows-1250']],
];
const WESTERN = ['windows-1252'];

const NAMES: Record<string, string> = {
	shift_jis: 'Shift JIS',
	'euc-jp': 'EUC-JP',
	big5: 'Big5',
	gb18030: 'GB 18030',
	'euc-kr': 'EUC-KR',
	'koi8-r': 'KOI8-R',
};

/** The code pages that text of a locale may be in when it is no UTF-8, as TextDecoder names them. */
export function legacyEncodings(locale: string): string[] {
	return BY_LANGUAGE.find(([languages]) => languages.test(locale.toLowerCase()))?.[1] ?? WESTERN;
}

/** What a code page is called: `Shift JIS`, `Windows-1252`. */
export function encodingName(encoding: string): string {
	return NAMES[encoding] ?? encoding.replace(/^windows/, 'Windows').replace(/^cp/, 'code page ');
}

/** Bytes read as a code page; null when they are none of it, or this runtime does not know it. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return /[\p{Cc}\p{Co}]/u.test(text.replace(/[\t\r\n]/g, '')) ? null : text;
	} catch {
		return null;
	}
}

/** `but looks like Shift JIS`: what bytes that are no UTF-8 may be, for the end of a sentence; empty when nothing fits. */
export function likelyEncoding(bytes: Uint8Array, locale: string): string {
	const encoding = legacyEncodings(locale).find((name) => decodeAs(name, bytes) !== null);
	return encoding === undefined ? '' : ` but looks like ${encodingName(encoding)}`;
}
