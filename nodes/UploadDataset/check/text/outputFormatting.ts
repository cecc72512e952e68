import { quoted } from '../../../shared/speech/text';
import type { CheckReport } from '../finding';
import type { LineRules } from './lineRules';

/** Lines a section may have; source: Microsoft Learn, "Training and testing datasets", display text formatting. */
const MOST_LINES = new Map([
	['itn', 200],
	['rewrite', 1_000],
	['profanity', 1_000],
	['test', Infinity],
]);
/** Sections whose lines are pairs. */
const PAIRS = ['rewrite', 'test'];
const ALL = [...MOST_LINES.keys()].map((name) => `#${name}`).join(', ');

const COMMENT = /^\s*\/\//;
const HEADING = /^\s*#\s*\w+\s*$/;
/** Source: Microsoft Learn, "How to prepare display format training data", profanity. */
const PUNCTUATION = /[.,?、!:;？。，¿¡।؟،]/;

/** The section a line begins, in lower case; null for any other line. */
export function sectionOf(text: string): string | null {
	const name = /^\s*#\s*(\w+)\s*$/.exec(text)?.[1].toLowerCase();
	return name !== undefined && MOST_LINES.has(name) ? name : null;
}

/** Output format: sections of display rules. */
export function outputFormattingRules(): LineRules {
	const counts = new Map<string, number>();
	let section: string | null = null;
	return {
		line(text, line, report) {
			if (COMMENT.test(text)) return;
			const begun = sectionOf(text);
			if (begun !== null) section = begun;
			else if (HEADING.test(text)) {
				section = null;
				report.findings.add(
					`The section ${quoted(text.trim())} is not one of ${ALL}.`,
					'Correct its name.',
					{ line },
				);
			} else if (section !== null) addRule(section, counts, text, line, report);
			else {
				report.findings.add(
					'The line comes before the first section.',
					`Add the name of its section above it: ${ALL}.`,
					{ line },
				);
			}
		},
	};
}

function addRule(
	section: string,
	counts: Map<string, number>,
	text: string,
	line: number,
	report: CheckReport,
): void {
	const { findings, lines } = report;
	const count = (counts.get(section) ?? 0) + 1;
	const most = MOST_LINES.get(section)!;
	counts.set(section, count);
	if (count === most + 1) {
		findings.add(
			`The section #${section} has more than ${most.toLocaleString('en-US')} lines.`,
			'Keep the most important ones.',
			{ line },
		);
	}
	if (PAIRS.includes(section) && !isPair(text)) {
		findings.add(
			`The line of #${section} is not two phrases separated by one tab.`,
			'Write the input, one tab, and then the output.',
			{ line },
		);
	} else if (section === 'profanity' && PUNCTUATION.test(text)) {
		report.drop(
			'The line of #profanity contains punctuation, which is not supported there.',
			'Remove the punctuation.',
			{ line },
		);
	} else lines.taken += 1;
}

function isPair(text: string): boolean {
	const phrases = text.split('\t');
	return phrases.length === 2 && phrases.every((phrase) => phrase.trim() !== '');
}
