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
	if (line.startsWith('-')) return { is: 'item', text: line.slice(1).trim() };
	if (/^@\s*speech:phoneticlexicon$/i.test(line)) return { is: 'lexicon' };
	const begin = /^@\s*list\s/i.exec(line)?.[0];
	const list = begin !== undefined && line.endsWith('=') ? line.slice(begin.length, -1).trim() : '';
	return list === '' ? { is: 'other' } : { is: 'list', text: list };
}
