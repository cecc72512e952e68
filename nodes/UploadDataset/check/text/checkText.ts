import type { CheckReport } from '../finding';
import type { LineRules } from './lineRules';
import { CONTROL, textLines } from './textLines';

/**
 * Characters a line may have. The service documents no limit; its guide asks for one sentence a line,
 * and a line this long is a document whose line breaks were lost.
 */
export const LONGEST_LINE = 5_000;

/** One that ends no line hides where the lines end. */
const CARRIAGE_RETURN = '\r';
const MARK_INSIDE = '\ufeff';

/**
 * Checks a text of any kind: encoding, control characters, long lines, nothing in it; then what its kind asks for.
 *
 * @param chunks The text as bytes, without its byte order mark.
 * @param onLine Gets every line that can be read and is not blank, also one that is too long for the rules.
 */
export async function checkText(
	chunks: AsyncIterable<Buffer>,
	rules: LineRules,
	report: CheckReport,
	onLine: (text: string) => void,
): Promise<void> {
	let hasText = false;
	for await (const { number, text, isTooLong } of textLines(chunks, LONGEST_LINE)) {
		const line = { line: number };
		if (text === null) {
			hasText = true;
			report.addUnread('The line is not UTF-8.', 'Save the file as "UTF-8 with BOM".', line);
			continue;
		}
		if (isTooLong) {
			report.addUnread(
				`The line has more than ${LONGEST_LINE.toLocaleString('en-US')} characters.`,
				'Put each sentence on a line of its own.',
				line,
			);
		}
		const control = CONTROL.exec(text)?.[0];
		if (control === CARRIAGE_RETURN) {
			report.addUnread(
				'The line holds a carriage return without a line feed.',
				'Save the file with line ends LF or CR LF.',
				line,
			);
		} else if (control !== undefined) {
			const what = `The line holds the control character ${codePoint(control)}.`;
			report.findings.add(what, 'Take it out.', line);
		}
		if (text.includes(MARK_INSIDE)) {
			report.notes.add(
				'The line holds a byte order mark, as files do that were joined.',
				'Take it out.',
				line,
			);
		}
		if (text.trim() === '') continue;
		hasText = true;
		onLine(text);
		if (!isTooLong) rules.line(text, number, report);
	}
	if (hasText) rules.end?.(report);
	else report.addUnread('The file holds no text.', 'Put at least one line of text into it.');
}

/** `U+0007`. */
function codePoint(character: string): string {
	return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
