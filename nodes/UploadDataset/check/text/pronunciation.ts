import type { CheckReport } from '../finding';
import { Groups, linesThat } from '../groups';
import { isTranscriptLine } from './foreignText';
import type { LineRules } from './lineRules';
import { MisplacedTranscripts } from './misplacedTranscripts';

/** Source: Microsoft Learn, "Enable custom pronunciation" of 2018, the last page to name them. */
const FORBIDDEN_MARKS = /[~^]/;

const WRITE = 'Write the displayed form, one tab, and then the spoken form.';

/** Pronunciation: a display form, one tab, a spoken form. */
export function pronunciationRules(): LineRules {
	const withoutTab = new Groups<'noTab'>();
	const transcripts = new MisplacedTranscripts();
	return {
		line(text, number, report) {
			if (isTranscriptLine(text)) transcripts.add(number);
			else if (text.includes('\t')) judgePair(text, number, report);
			else withoutTab.add('noTab', { line: number });
		},
		end(report) {
			transcripts.end(report);
			for (const [, { count, place }] of withoutTab.entries()) {
				const what = linesThat(count, 'has no tab', 'have no tab');
				report.findings.add(`${what}.`, WRITE, place);
			}
		},
	};
}

function judgePair(text: string, number: number, { findings, lines }: CheckReport): void {
	const line = { line: number };
	const parts = text.split('\t');
	const before = findings.count;
	if (parts.length !== 2) {
		findings.add(`The line has ${parts.length - 1} tabs instead of one.`, WRITE, line);
		return;
	}
	const [display, spoken] = parts;
	if (display.trim() === '' || spoken.trim() === '') {
		findings.add(
			`The line has no ${display.trim() === '' ? 'displayed form before' : 'spoken form after'} the tab.`,
			WRITE,
			line,
		);
	}
	const mark = FORBIDDEN_MARKS.exec(display)?.[0];
	if (mark) {
		findings.add(
			`The displayed form contains the character '${mark}', which is not allowed.`,
			'Remove the character.',
			line,
		);
	}
	if (findings.count === before) lines.taken += 1;
}
