import { decodeAs, encodingName, legacyEncodings } from '../text/legacyEncoding';
import { crc32 } from './crc32';
import { fromDos } from './dosCodePages';
import { FLAGS, type ExtraFacts } from './format';

/** The name of an entry. */
export interface EntryName {
	/** As it is shown. */
	shown: string;
	/** All that it may mean: without a word on its encoding, UTF-8 where it can be that, and the code page 437. */
	readings: string[];
	/** Its bytes, when nothing says what they are and they are more than ASCII; else null. */
	unmarked: Buffer | null;
}

/** Reads the name of an entry. A leading `./` means nothing. */
export function entryName(raw: Buffer, flags: number, { unicodePath }: ExtraFacts): EntryName {
	if (unicodePath && unicodePath.checksum === crc32(raw)) return marked(unicodePath.name);
	if (flags & FLAGS.utf8Name) return marked(raw);
	const utf8 = decodeAs('utf-8', raw);
	const dos = plain(fromDos('cp437', raw));
	const readings = utf8 === null ? [dos] : [plain(utf8), dos];
	const isAscii = raw.every((byte) => byte < 0x80);
	return { shown: readings[0], readings, unmarked: isAscii ? null : raw };
}

function marked(name: Buffer): EntryName {
	const shown = plain(name.toString('utf8'));
	return { shown, readings: [shown], unmarked: null };
}

function plain(name: string): string {
	return name.replace(/^(\.\/)+(?=.)/, '');
}

/** Names that differ only in case, or in how an accent is written, mean the same file. */
export function sameName(name: string): string {
	return name.normalize('NFC').toLowerCase();
}

/** Other code pages that unmarked names are found in: the one of the locale, and what Western Windows has. */
function otherPages(locale: string): string[] {
	return [...new Set([...legacyEncodings(locale), 'windows-1252', 'ibm866'])];
}

/**
 * The code page in which an unmarked name is the wanted one.
 *
 * @returns what it is called; null when it is the wanted one in none.
 */
export function codePageOf({ unmarked }: EntryName, wanted: string, locale: string): string | null {
	if (unmarked === null) return null;
	const isWanted = (text: string | null) =>
		text !== null && sameName(plain(text).split('/').pop()!) === sameName(wanted);
	if (isWanted(fromDos('cp850', unmarked))) return encodingName('cp850');
	const page = otherPages(locale).find((name) => isWanted(decodeAs(name, unmarked)));
	return page === undefined ? null : encodingName(page);
}
