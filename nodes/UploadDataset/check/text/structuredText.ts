import type { CheckReport } from '../finding';
import type { LineRules } from './lineRules';
import { PhoneticLexicon } from './phoneticLexicon';
import { checkSentence } from './sentence';
import { StructuredLists } from './structuredLists';

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
		if (part === null) {
			report.drop(
				'The line does not belong to a list or a section.',
				"Add '@ list name =' or '# Section' above it.",
				{ line },
			);
		} else if (text === '') {
			report.drop('The item is empty.', 'Write something after the dash, or remove the line.', {
				line,
			});
		} else if (part === 'sentences') {
			if (checkSentence(text, { line }, report)) lists.addSentence(text, line, report);
		} else if (part === 'lexicon') lexicon.add(text, line, report);
		else lists.addItem(part.list, line, report);
	};

	return {
		line(text, line, report) {
			const read = structuredLine(text);
			if (read.is === 'comment') return;
			if (read.is === 'list') {
				part = { list: read.text };
				lists.begin(read.text, line, report);
			} else if (read.is === 'lexicon') part = 'lexicon';
			else if (read.is === 'heading') {
				part = 'sentences';
				checkHeading(read.text, line, report);
			} else if (read.is === 'item') addItem(read.text, line, report);
			else {
				report.drop(
					'The line is not a list, heading, item or comment.',
					"Start it with '-', '#', '@ list' or '//'.",
					{ line },
				);
			}
		},
		end: (report) => lists.end(report),
	};
}

function checkHeading(heading: string, line: number, report: CheckReport): void {
	if (/^[\p{L}\p{M}\p{N}_]+$/u.test(heading)) return;
	report.drop(
		'The heading of a section can contain only letters, digits and underscores.',
		'Rename the section.',
		{ line },
	);
}

/** What a line of a structured text is, by how it begins. */
export type StructuredLine =
	| { is: 'comment' | 'lexicon' | 'other' }
	/** The name of a list, the heading of a section, or an item. */
	| { is: 'list' | 'heading' | 'item'; text: string };

/**
 * Reads a line of a structured text. Spaces are trimmed and not matched: a pattern that may give them back tries every
 * way to divide a long run of them.
 */
export function structuredLine(text: string): StructuredLine {
	const line = text.trim();
	if (line.startsWith('//')) return { is: 'comment' };
	if (line.startsWith('#')) return { is: 'heading', text: line.replace(/^#+/, '').trim() };
	// All three are marks of an item in Markdown.
	if (/^[-*+]/.test(line)) return { is: 'item', text: line.slice(1).trim() };
	const named = (line.endsWith('=') ? line.slice(0, -1) : line).trim();
	if (/^@\s*speech:phoneticlexicon$/i.test(named)) return { is: 'lexicon' };
	const begin = /^@\s*list\s/i.exec(named)?.[0];
	const list = begin === undefined ? '' : named.slice(begin.length).trim();
	return list === '' ? { is: 'other' } : { is: 'list', text: list };
}
