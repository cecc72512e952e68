import { cleanText } from '../../shared/speech/text';

/** A line the service did not take. */
export interface RejectedLine {
	/** From 1; null when the report names none. */
	line: number | null;
	/** The file of an archive; null when the report names none. */
	file: string | null;
	reason: string;
}

const LINE = /^(line|row)(_?(number|no|index))?$/i;
const FILE = /^(file|audio|utterance)?_?name$|^file$|^audio$/i;
const REASON = /^(reason|message|error_?message|error|description|details?)$/i;
/** Levels of the report that are looked into. */
const DEEPEST = 6;

type Json = Record<string, unknown>;

/**
 * The rejected lines in a dataset's report. Its format is documented nowhere, so every entry of a list that gives a
 * reason, and a line or a file with it, is taken for one.
 *
 * @returns null when the report cannot be read.
 */
export function parseReport(text: string): RejectedLine[] | null {
	const report = parsed(text);
	return report === undefined ? null : [...rejectedLines(report, 0)];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

function* rejectedLines(value: unknown, depth: number): Generator<RejectedLine> {
	if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
	for (const inner of Object.values(value)) {
		const line = Array.isArray(value) ? rejectedLine(inner) : null;
		if (line) yield line;
		else yield* rejectedLines(inner, depth + 1);
	}
}

function rejectedLine(entry: unknown): RejectedLine | null {
	if (typeof entry !== 'object' || entry === null) return null;
	const fields = entry as Json;
	const reason = reasonOf(find(fields, REASON));
	const line = Number(find(fields, LINE) ?? NaN);
	const file = find(fields, FILE);
	const isPlaced = Number.isInteger(line) || typeof file === 'string';
	if (!reason || !isPlaced) return null;
	return {
		line: Number.isInteger(line) ? line : null,
		file: typeof file === 'string' ? cleanText(file, 100) : null,
		reason: cleanText(reason, 300),
	};
}

/** A reason in words, or the words inside of an error. */
function reasonOf(value: unknown): string | null {
	if (typeof value === 'string') return value.trim() || null;
	if (typeof value !== 'object' || value === null) return null;
	const { message, code } = value as Json;
	return reasonOf(message) ?? reasonOf(code);
}

function find(fields: Json, pattern: RegExp): unknown {
	const key = Object.keys(fields).find((name) => pattern.test(name));
	return key === undefined ? undefined : fields[key];
}
