import type { CheckReport } from '../finding';
import type { LineRules } from './lineRules';
import { PhoneticLexicon } from './phoneticLexicon';
import { StructuredLists } from './structuredLists';

const COMMENT = /^\s*\/\//;
const LIST = /^\s*@\s*list\s+(.+?)\s*=\s*$/i;
const LEXICON = /^\s*@\s*speech:phoneticlexicon\s*$/i;
const HEADING = /^\s*#+\s*(.*?)\s*$/;
const ITEM = /^\s*-\s*(.*?)\s*$/;

/** What the items below a line belong to; null above the first list or section. */
type Part = { list: string } | 'lexicon' | 'sentences' | null;

/**
 * Structured text: lists, pronunciations and sections of sentences, in Markdown.
 * The limits stop an upload; the syntax is that of another product, so what is strange in it is only told.
 */
export function structuredTextRules(): LineRules {
	const lists = new StructuredLists();
	const lexicon = new PhoneticLexicon();
	let part: Part = null;

	const addItem = (text: string, line: number, report: CheckReport) => {
		if (part === 'sentences') lists.addSentence(text, line);
		else if (part === 'lexicon') lexicon.add(text, line, report);
		else if (part) lists.addItem(part.list, line, report);
		else {
			report.notes.add(
				'The line belongs to no list and no section.',
				"Put '@ list name =' or '# Section' above it.",
				{ line },
			);
		}
	};

	return {
		line(text, line, report) {
			if (COMMENT.test(text)) return;
			const list = LIST.exec(text)?.[1];
			const heading = HEADING.exec(text)?.[1];
			const item = ITEM.exec(text)?.[1];
			if (list !== undefined) {
				part = { list };
				lists.begin(list, line, report);
			} else if (LEXICON.test(text)) part = 'lexicon';
			else if (heading !== undefined) {
				part = 'sentences';
				checkHeading(heading, line, report);
			} else if (item !== undefined) addItem(item, line, report);
			else {
				report.notes.add(
					'The line is no list, heading, item or comment.',
					"Begin it with '-', '#', '@ list' or '//'.",
					{ line },
				);
			}
		},
		end: (report) => lists.end(report),
	};
}

function checkHeading(heading: string, line: number, { notes }: CheckReport): void {
	if (/^[\p{L}\p{M}\p{N}_]+$/u.test(heading)) return;
	notes.add(
		'The heading of a section may hold letters, digits and underscores only.',
		'Rename the section.',
		{ line },
	);
}
