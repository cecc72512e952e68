/** A piece of Markdown that is meant as such. */
export class SafeMarkdown {
	constructor(readonly text: string) {}
}

type Fill = string | number | SafeMarkdown | SafeMarkdown[];

/**
 * Makes Markdown of a template. Whatever is filled in loses its meaning as Markdown and as HTML,
 * unless it was made by this same function; this is the one place where text becomes Markdown.
 */
export function inMarkdown(pieces: TemplateStringsArray, ...fills: Fill[]): SafeMarkdown {
	const text = pieces.map(
		(piece, index) => (index === 0 ? '' : asMarkdown(fills[index - 1])) + piece,
	);
	return new SafeMarkdown(text.join(''));
}

/** Joins pieces with something between them. */
export function joined(pieces: SafeMarkdown[], between: string): SafeMarkdown {
	return new SafeMarkdown(pieces.map(({ text }) => text).join(between));
}

function asMarkdown(fill: Fill): string {
	if (fill instanceof SafeMarkdown) return fill.text;
	if (Array.isArray(fill)) return fill.map(asMarkdown).join('');
	return (
		String(fill)
			.replace(/\s+/g, ' ')
			.replace(/[\\`*_[\]|~#]/g, '\\$&')
			// As entities: not every reader of Markdown knows a backslash before them.
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			// Nor do links and mentions wait for a mark.
			.replace(/:\/\//g, ':&#47;&#47;')
			.replace(/@/g, '&#64;')
	);
}
