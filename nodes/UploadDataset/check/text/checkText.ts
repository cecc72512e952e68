import type { CheckReport } from '../finding';
import { Groups, linesThat } from '../groups';
import { likelyEncoding } from './legacyEncoding';
import type { LineRules } from './lineRules';
import { textLines, type TextLine } from './textLines';
import { unprintable } from './unprintable';

/**
 * Characters from which a line is told of. The service documents no limit; its guide asks for one sentence a line,
 * and a line this long is a document whose line breaks were lost.
 */
const LONG_LINE = 5_000;
/** Characters of a line that are looked at: so much of one is held in memory. */
const LONGEST_LINE = 100_000;

const MARK_INSIDE = '\ufeff';
const SAVE = 'Save the file as "UTF-8 with BOM".';

/** How a text is to be read. */
export interface TextReading {
	locale: string;
	rules: LineRules;
	/** Whether bytes that are no UTF-8 are taken as ANSI, the code page 1252. */
	isAnsiTaken: boolean;
	/** Gets every line that can be read and is not blank, also one that is too long for the rules. */
	onLine: (text: string) => void;
}

/**
 * Checks a text of any kind: encoding, control characters, long lines, nothing in it; then what its kind asks for.
 *
 * @param chunks The text as bytes, without its byte order mark.
 */
export async function checkText(
	chunks: AsyncIterable<Buffer>,
	reading: TextReading,
	report: CheckReport,
): Promise<void> {
	const undecoded = new Groups<'notUtf8'>();
	let hasText = false;
	for await (const line of textLines(chunks, LONGEST_LINE)) {
		const text = line.text ?? (reading.isAnsiTaken ? ansi(line.bytes) : null);
		if (text === null) {
			hasText = true;
			undecoded.add('notUtf8', { line: line.number }, [likelyEncoding(line.bytes, reading.locale)]);
		} else if (text.trim() !== '') {
			hasText = true;
			judge({ ...line, text }, reading, report);
		} else checkCharacters(text, line.number, report);
	}
	tellUndecoded(undecoded, report);
	if (!hasText) {
		report.addUnread('The file contains no text.', 'Add at least one line of text.');
		return;
	}
	reading.rules.end?.(report);
	checkThatSomeIsTaken(report);
}

function judge(
	{ number, text, isTooLong }: TextLine & { text: string },
	{ rules, onLine }: TextReading,
	report: CheckReport,
): void {
	checkCharacters(text, number, report);
	onLine(text);
	// Of a line that is cut nothing is known, so it counts as taken.
	if (isTooLong) report.lines.taken += 1;
	else rules.line(text, number, report);
	if (text.length <= LONG_LINE) return;
	const what = `The line has more than ${LONG_LINE.toLocaleString('en-US')} characters.`;
	const fix = 'Put each sentence on its own line.';
	if (isTooLong) report.noteUnread(what, fix, { line: number });
	else report.notes.add(what, fix, { line: number });
}

function checkCharacters(text: string, number: number, report: CheckReport): void {
	const line = { line: number };
	const found = unprintable(text);
	if (found === 'return') {
		report.addUnread(
			'The line contains a carriage return without a line feed.',
			'Save the file with LF or CRLF line endings.',
			line,
		);
	} else if (found !== null) {
		report.findings.add(`The line contains ${found}.`, 'Remove it.', line);
	}
	if (text.includes(MARK_INSIDE)) {
		report.notes.add(
			'The line contains a byte order mark, which happens when files are joined.',
			'Remove it.',
			line,
		);
	}
}

function ansi(bytes: Buffer): string {
	return new TextDecoder('windows-1252').decode(bytes);
}

function tellUndecoded(undecoded: Groups<'notUtf8'>, report: CheckReport): void {
	for (const [, { count, place, examples }] of undecoded.entries()) {
		const what = linesThat(count, 'is not UTF-8', 'are not UTF-8');
		report.addUnread(`${what}${[...examples][0]}.`, SAVE, place);
	}
}

/** Nothing of a text whose lines are all left out arrives, which is worth more than a note on each. */
function checkThatSomeIsTaken({ lines, findings }: CheckReport): void {
	if (lines.taken > 0 || findings.count > 0) return;
	if (lines.dropped === 0) {
		findings.add(
			'The file contains no line to learn from.',
			'Add at least one line that is not a comment or a heading.',
		);
	} else {
		findings.add(
			'The service would accept none of the lines.',
			'Write at least one line that it accepts. The notes say what is wrong with each line.',
		);
	}
}
