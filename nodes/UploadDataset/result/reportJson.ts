import { parseJson } from '../../shared/api/jsonReader';

export type Json = Record<string, unknown>;

/** After so many lines that cannot be read, a text is no JSON lines with a broken one among them. */
const MOST_BROKEN = 100;

/**
 * The values in a text: one of JSON, or one for each line of JSON lines.
 *
 * @returns null when nothing in it can be read.
 */
export function valuesIn(text: string): unknown[] | null {
	const json = text.replace(/^\ufeff/, '').trim();
	const whole = parsed(json);
	return whole === undefined ? valuesOfLines(json) : [whole];
}

function valuesOfLines(text: string): unknown[] | null {
	const values: unknown[] = [];
	let broken = 0;
	for (const line of linesOf(text)) {
		const value = mayBeJson(line) ? parsed(line) : undefined;
		if (value !== undefined) values.push(value);
		else if (++broken > MOST_BROKEN) break;
	}
	return values.length > 0 ? values : null;
}

/** The lines of a text that hold something, one by one. A pattern would overflow the stack on a line of some megabytes. */
function* linesOf(text: string): Generator<string> {
	for (let start = 0; start < text.length; ) {
		const end = text.indexOf('\n', start);
		const line = text.slice(start, end < 0 ? undefined : end).trim();
		if (line !== '') yield line;
		start = end < 0 ? text.length : end + 1;
	}
}

/** The values in a string of a report; null for a text that holds no JSON. */
export function valuesInside(text: string): unknown[] | null {
	return mayBeJson(text) ? valuesIn(text) : null;
}

function mayBeJson(text: string): boolean {
	return /^\ufeff?\s*[[{"]/.test(text);
}

function parsed(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}
