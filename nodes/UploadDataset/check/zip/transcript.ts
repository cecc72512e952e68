import { createHash } from 'node:crypto';

import { ByteCursor } from '../byteCursor';
import type { CheckReport } from '../finding';
import { BYTE_ORDER_MARK, encodingFault, encodingOf } from '../text/encoding';
import { CONTROL, textLines } from '../text/textLines';

/** The name the transcripts of an archive must have. */
export const TRANSCRIPT = 'trans.txt';

/** Characters a transcript may have: two hours of speech are about a quarter of it. */
const LONGEST_LINE = 500_000;
/** Characters the name of an audio file may have: no file system in use has longer ones. */
const LONGEST_NAME = 255;
/** More lines than an archive may have files are counted and not kept. */
const MOST_LINES = 65_536;
/** Bytes from which the encoding is told. */
const HEAD = 1024;
const WRITE = 'Write the name of the audio file, one tab, then what is said in it.';
/** Shorter ones are said by everybody and prove nothing. */
const SHORTEST_TELLING = 10;

/** A line of the transcripts. */
export interface TranscriptLine {
	/** From 1. */
	number: number;
	/** The audio file it names. */
	file: string;
	/** Stands for what is said, whatever its case, punctuation and spaces; null for what is too short to tell. */
	digest: string | null;
}

/** Reads the transcripts of an archive: on each line a file name, a tab, and what is said in it. */
export async function readTranscript(
	unpacked: AsyncGenerator<Buffer>,
	report: CheckReport,
): Promise<TranscriptLine[]> {
	const { findings } = report;
	const lines: TranscriptLine[] = [];
	const cursor = new ByteCursor(unpacked);
	if (!(await skipMark(cursor, report))) {
		await cursor.close();
		return lines;
	}
	for await (const line of textLines(cursor.rest(), LONGEST_LINE)) {
		const place = { line: line.number, file: TRANSCRIPT };
		const { text } = line;
		if (text === null) {
			report.addUnread('The line is not UTF-8.', `Save ${TRANSCRIPT} as "UTF-8 with BOM".`, place);
		} else if (line.isTooLong) {
			report.addUnread('The line is too long.', 'Put each transcript on a line of its own.', place);
		} else if (CONTROL.test(text)) {
			report.addUnread('The line holds a control character.', 'Take it out.', place);
		} else if (text.trim() !== '') {
			const read = readLine(text, line.number, report);
			if (read && lines.length < MOST_LINES) lines.push(read);
		}
	}
	if (lines.length === 0 && findings.count === 0) {
		findings.add('The file holds no transcript.', 'Write a line for each audio file.', {
			file: TRANSCRIPT,
		});
	}
	return lines;
}

function readLine(text: string, number: number, report: CheckReport): TranscriptLine | null {
	const place = { line: number, file: TRANSCRIPT };
	const tab = text.indexOf('\t');
	const [file, said] = [text.slice(0, Math.max(tab, 0)).trim(), text.slice(tab + 1).trim()];
	const fault = tab < 0 ? 'The line has no tab.' : nameFault(file);
	if (fault !== null) {
		report.addUnread(fault, WRITE, place);
		return null;
	}
	if (said === '') report.findings.add('The line has no transcript after the tab.', WRITE, place);
	return { number, file: ofItsOwn(file), digest: digestOf(said) };
}

function nameFault(file: string): string | null {
	if (file === '') return 'The line names no audio file.';
	if (file.length <= LONGEST_NAME) return null;
	return `The line names an audio file with more than ${LONGEST_NAME} characters.`;
}

/** A part of a text keeps the whole of it in memory; a copy does not. */
function ofItsOwn(part: string): string {
	return Buffer.from(part).toString();
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
async function skipMark(cursor: ByteCursor, report: CheckReport): Promise<boolean> {
	const encoding = encodingOf(await cursor.peek(HEAD));
	const fault = encodingFault(encoding);
	const save = `Save ${TRANSCRIPT} as "UTF-8 with BOM" and make the zip again.`;
	const place = { line: 1, file: TRANSCRIPT };
	if (fault !== null) report.addUnread(`The file ${fault}.`, save, place);
	if (encoding === 'utf8') report.findings.add('The file has no byte order mark.', save, place);
	if (encoding === 'utf8WithBom') await cursor.skip(BYTE_ORDER_MARK.length);
	return fault === null;
}
