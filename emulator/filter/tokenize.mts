export type Token = {
	type: 'word' | 'string' | 'date' | '(' | ')' | 'end';
	text: string;
	at: number;
};

const PATTERNS = [
	['space', /\s+/y],
	['string', /'(?:[^']|'')*'/y],
	['date', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/y],
	['word', /[A-Za-z][A-Za-z0-9]*/y],
	['(', /\(/y],
	[')', /\)/y],
] as const;

/** What is wrong with a filter. */
class FilterError extends Error {}

/**
 * Cuts a filter expression into tokens.
 */
function tokenize(text: string): Token[] {
	/** @type {Token[]} */
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		const [type, found] = tokenAt(text, at);
		if (type === 'date' && Number.isNaN(Date.parse(found))) {
			throw new FilterError(`${found} is no date-time`);
		}
		if (type !== 'space') {
			const value = type === 'string' ? found.slice(1, -1).replaceAll("''", "'") : found;
			tokens.push({ type, text: value, at });
		}
		at += found.length;
	}
	tokens.push({ type: 'end', text: 'the end', at });
	return tokens;
}

function tokenAt(text: string, at: number) {
	for (const [type, pattern] of PATTERNS) {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) return [type, found[0]] as const;
	}
	throw new FilterError(`unexpected '${text[at]}' at position ${at}`);
}

export { tokenize, FilterError };
