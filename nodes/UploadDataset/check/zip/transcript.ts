import { createHash } from 'node:crypto';

import { ByteCursor } from '../byteCursor';
import { CheckReport } from '../finding';
import { BYTE_ORDER_MARK, encodingFault, encodingOf } from '../text/encoding';
import { asksForMark } from '../text/localeRules';
import { textLines } from '../text/textLines';
import { TranscriptLines, type TranscriptLine } from './transcriptLines';

/** Characters a transcript may have: two hours of speech are about a quarter of it. */
const LONGEST_LINE = 500_000;
/** Bytes from which the encoding is told. */
const HEAD = 1024;
/** Shorter ones are said by everybody and prove nothing. */
const SHORTEST_TELLING = 10;

/** A text of an archive, read as transcripts: whether it is that is decided when all of the archive is known. */
export interface ReadText {
	/** Its name without folders. */
	name: string;
	/** Those that name a file. */
	lines: TranscriptLine[];
	/** Lines that are not blank, and those of them with a tab. */
	filled: number;
	withTab: number;
	/** Whether some lines name no file that could be told, so that files without a line prove nothing. */
	hasNameless: boolean;
	/** What is wrong in it, should it be the transcripts. */
	report: CheckReport;
}

/**
 * Reads a text of an archive: on each line a file name, a tab, and what is said in it.
 *
 * @param name Its name without folders.
 */
export async function readTranscript(
	unpacked: AsyncGenerator<Buffer>,
	name: string,
	locale: string,
): Promise<ReadText> {
	const report = new CheckReport();
	const cursor = new ByteCursor(unpacked);
	const lines = new TranscriptLines(name, locale, digestOf);
	if (await skipMark(cursor, name, locale, report)) {
		for await (const line of textLines(cursor.rest(), LONGEST_LINE)) lines.read(line, report);
		lines.end(report);
	} else {
		await cursor.close();
		lines.hasNameless = true;
	}
	const { kept, filled, withTab, hasNameless } = lines;
	return { name, lines: kept, filled, withTab, hasNameless, report };
}

/** Equal for lines that say the same. */
export function digestOf(said: string): string | null {
	const plain = said
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
	if (plain.length < SHORTEST_TELLING) return null;
	return createHash('sha256').update(plain).digest('base64').slice(0, 16);
}

/** Steps over the byte order mark; tells whether what follows can be read. */
async function skipMark(
	cursor: ByteCursor,
	name: string,
	locale: string,
	report: CheckReport,
): Promise<boolean> {
	const encoding = encodingOf(await cursor.peek(HEAD));
	const fault = encodingFault(encoding);
	const save = `Save ${name} as "UTF-8 with BOM" and create the zip file again.`;
	const place = { line: 1, file: name };
	if (fault !== null) report.addUnread(`The file ${fault}.`, save, place);
	if (encoding === 'utf8' && asksForMark(locale)) {
		report.notes.add(
			"The file has no byte order mark, which Microsoft's guide requires for this language. The service has accepted files without one.",
			save,
			place,
		);
	}
	if (encoding === 'utf8WithBom') await cursor.skip(BYTE_ORDER_MARK.length);
	return fault === null;
}
