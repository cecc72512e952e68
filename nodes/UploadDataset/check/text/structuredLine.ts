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
