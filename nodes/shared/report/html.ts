/** A piece of HTML that is safe to put into a page. */
export class SafeHtml {
	constructor(readonly text: string) {}
}

type Fill = string | number | SafeHtml | SafeHtml[];

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * Makes HTML of a template. Whatever is filled in is escaped, unless it was made by this same function;
 * this is the one place where text becomes HTML.
 */
export function html(pieces: TemplateStringsArray, ...fills: Fill[]): SafeHtml {
	// The line breaks of a template are for those who read the code.
	const lines = pieces.map((piece) => piece.replace(/\s*\n\s*/g, ' '));
	const text = lines.map((piece, index) => (index === 0 ? '' : asHtml(fills[index - 1])) + piece);
	return new SafeHtml(text.join(''));
}

function asHtml(fill: Fill): string {
	if (fill instanceof SafeHtml) return fill.text;
	if (Array.isArray(fill)) return fill.map(asHtml).join('');
	return String(fill).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
