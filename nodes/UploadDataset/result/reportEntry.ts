import { cleanText } from '../../shared/speech/text';
import { isObject } from '../../shared/speech/jsonObject';
import type { Json } from './reportJson';

/** A line the service did not take. */
export interface RejectedLine {
	/** From 1; null when the report names none. */
	line: number | null;
	/** The file of an archive; null when the report names none. */
	file: string | null;
	/** What stood there, shortened; left out when the report does not quote it. It may be what a person has said. */
	inputText?: string;
	reason: string;
}

/** What a list or map that holds a value says of it. */
export interface Surroundings {
	line: number | null;
	file: string | null;
	/** Whether it tells of what was taken. */
	isTaken: boolean;
}

const LINE = /^(line|row)(_?(number|no|index))?$/i;
const FILE = /^(file|audio|utterance)?_?name$|^file$|^audio$/i;
const INPUT = /^(input|line|utterance)_?text$|^(text|input|transcript|transcription)$/i;
const STATUS = /^((import|processing)_?)?(status|state|outcome|result)$/i;
const REASON =
	/^(reasons?|messages?|error_?messages?|errors?|rejection_?reason|description|details?)$/i;

/** By its letters alone. */
const GOOD =
	/^(completed|processed|imported)?(succe(ss(ful(ly)?)?|eded)(with(out)?warnings?)?|ok(ay)?|accepted|passed|valid|true)?$/i;
const BAD = /fail|reject|error|invalid|refus|denied|drop|discard|skip|ignor/i;

/** A longer text is a sentence and no status. */
const LONGEST_STATUS = 60;

/** Shown of what the report quotes, and of its reasons. */
const LONGEST_INPUT = 200;
const LONGEST_REASON = 300;

/** What an entry says of one line or file; null for what was taken, and when there is no reason in it. */
export function rejectedEntry(fields: Json, around: Surroundings): RejectedLine | null {
	const status = first(fields, STATUS, wordOf);
	const words = first(fields, REASON, reasonOf);
	const isTaken =
		status === null ? around.isTaken || (words !== null && isGood(words)) : isGood(status);
	const reason = words ?? (status && BAD.test(status) ? `The status is ${status}.` : null);
	if (isTaken || reason === null) return null;
	const inputText = shown(first(fields, INPUT, wordOf) ?? '', LONGEST_INPUT);
	return {
		...lineAndFile(fields, around),
		...(inputText !== '' && { inputText }),
		reason: shown(reason, LONGEST_REASON),
	};
}

/** What a map by name says of a file or line in words alone. */
export function rejectedInWords(words: string, around: Surroundings): RejectedLine[] {
	const { line, file, isTaken } = around;
	const isPlaced = line !== null || file !== null;
	if (!isPlaced || isTaken || words.trim() === '' || isGood(words)) return [];
	return [{ line, file: file && shown(file, 100), reason: shown(words, LONGEST_REASON) }];
}

/** An entry names its line, file, text or status; what has a reason alone may be about anything. */
export function isAboutOne(fields: Json, { line, file }: Surroundings): boolean {
	return line !== null || file !== null || names(fields, [LINE, FILE, INPUT, STATUS]);
}

/** Where an entry is, for what it holds. */
export function placeOf(fields: Json, around: Surroundings): Surroundings {
	return { ...lineAndFile(fields, around), isTaken: around.isTaken };
}

/** Whether a report that is one object is itself the only entry: it quotes or numbers the line it is about. */
export function standsAlone(value: unknown): boolean {
	return isObject(value) && names(value, [LINE, INPUT, /^file_?name$/i]);
}

/** Whether a value tells what became of something. */
export function saysHowItWent(fields: Json): boolean {
	return names(fields, [STATUS]) && names(fields, [REASON]);
}

function lineAndFile(fields: Json, around: Surroundings) {
	const file = first(fields, FILE, wordOf) ?? around.file;
	return {
		line: first(fields, LINE, wholeNumber) ?? around.line,
		file: file === null ? null : shown(file, 100),
	};
}

/** Cleaned and shortened. A text without end is cut before, so that cleaning it takes no time. */
function shown(text: string, longest: number): string {
	return cleanText(text.slice(0, 20 * longest), longest);
}

/** Whether a status, or words in its place, say that a line was taken. */
function isGood(word: string): boolean {
	if (/^\s*2\d\d\s*$/.test(word)) return true;
	if (word.length > LONGEST_STATUS) return false;
	const letters = word.replace(/[^\p{L}]/gu, '');
	return letters !== '' && GOOD.test(letters);
}

function names(fields: Json, patterns: RegExp[]): boolean {
	return Object.keys(fields).some((key) => patterns.some((pattern) => pattern.test(key)));
}

/** The first of the fields so named that says something. */
function first<T>(fields: Json, pattern: RegExp, read: (value: unknown) => T | null): T | null {
	for (const [key, value] of Object.entries(fields)) {
		const found = pattern.test(key) ? read(value) : null;
		if (found !== null) return found;
	}
	return null;
}

/** A reason in words, several of them, or the words inside of an error. */
function reasonOf(value: unknown): string | null {
	if (typeof value === 'string') return value.trim() || null;
	if (Array.isArray(value)) {
		const words = (value as unknown[]).filter((one) => typeof one === 'string');
		return words.length === value.length ? words.join('; ').trim() || null : null;
	}
	return isObject(value) ? (reasonOf(value.message) ?? reasonOf(value.code)) : null;
}

function wordOf(value: unknown): string | null {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function wholeNumber(value: unknown): number | null {
	const number = typeof value === 'boolean' ? NaN : Number(wordOf(value) ?? NaN);
	return Number.isInteger(number) ? number : null;
}
