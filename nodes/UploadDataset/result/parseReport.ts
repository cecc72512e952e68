import {
	isAboutOne,
	placeOf,
	rejectedEntry,
	rejectedInWords,
	saysHowItWent,
	standsAlone,
	type RejectedLine,
	type Surroundings,
} from './reportEntry';
import { isObject } from '../../shared/speech/jsonObject';
import { valuesIn, valuesInside, type Json } from './reportJson';

/** Levels of the report that are looked into. */
const DEEPEST = 6;
/** Entries that are told; a dataset with more has a fault of its own kind. */
const MOST_ENTRIES = 1_000;
/** Values that are looked at. */
const MOST_LOOKS = 1_000_000;

const NOWHERE: Surroundings = { line: null, file: null, isTaken: false };

/**
 * The rejected lines in a dataset's report. Its format is documented nowhere. One of version 3.0 has entries with
 * `filename`, `inputText`, `message` and `status`, also for what was taken; how they are nested is not known. So lists,
 * maps by name, JSON lines and JSON in a string are read, and every entry counts that gives a reason and is not called a
 * success.
 *
 * @returns null when the report cannot be read.
 */
export function parseReport(text: string): RejectedLine[] | null {
	const values = valuesIn(text);
	return values && firstOf(rejectedAmong(values, NOWHERE, 0, { looksLeft: MOST_LOOKS }));
}

interface Search {
	looksLeft: number;
}

/** The rejected lines of a text that holds JSON. One object tells of the whole report, several are its entries. */
function* rejectedAmong(
	values: unknown[],
	around: Surroundings,
	depth: number,
	search: Search,
): Generator<RejectedLine> {
	for (const value of values) {
		const isEntry = values.length > 1 || around.file !== null || standsAlone(value);
		yield* rejectedIn(value, around, isEntry, depth, search);
	}
}

/**
 * The rejected lines in a value.
 *
 * @param around What the way to it has told.
 * @param isEntry Whether it stands where entries stand: in a list, or under the name of a file or line.
 */
function* rejectedIn(
	value: unknown,
	around: Surroundings,
	isEntry: boolean,
	depth: number,
	search: Search,
): Generator<RejectedLine> {
	if (depth > DEEPEST || search.looksLeft-- <= 0) return;
	if (typeof value === 'string') {
		const inside = valuesInside(value);
		if (inside) yield* rejectedAmong(inside, around, depth + 1, search);
		else if (isEntry) yield* rejectedInWords(value, around);
	} else if (Array.isArray(value)) {
		for (const one of value) yield* rejectedIn(one, around, true, depth + 1, search);
	} else if (isObject(value)) {
		const isOne = isEntry && isAboutOne(value, around);
		yield* isOne
			? rejectedOf(value, around, depth, search)
			: rejectedUnder(value, around, depth, search);
	}
}

/** Of an entry itself, or rather of what it holds when that names lines or files of its own: it says more. */
function* rejectedOf(
	fields: Json,
	around: Surroundings,
	depth: number,
	search: Search,
): Generator<RejectedLine> {
	// What an entry quotes may look like JSON, so only its lists and maps are looked into.
	const parts = Object.entries(fields).filter(([, part]) => typeof part === 'object');
	const inner = Object.fromEntries(parts);
	const held = firstOf(rejectedUnder(inner, placeOf(fields, around), depth, search));
	const entry = rejectedEntry(fields, around);
	const closer = held.filter(({ line, file }) => line !== entry?.line || file !== entry.file);
	if (closer.length > 0) yield* closer;
	else if (entry) yield entry;
}

function* rejectedUnder(
	map: Json,
	around: Surroundings,
	depth: number,
	search: Search,
): Generator<RejectedLine> {
	for (const { value, at, isNamed } of namedValues(map, around)) {
		yield* rejectedIn(value, at, isNamed, depth + 1, search);
	}
}

function firstOf(lines: Generator<RejectedLine>): RejectedLine[] {
	const first: RejectedLine[] = [];
	for (const line of lines) {
		first.push(line);
		if (first.length === MOST_ENTRIES) break;
	}
	return first;
}

/** A map may say by its keys which file or line it is about. */
const FILE_KEY = /\.[a-z][a-z0-9]{1,4}$/i;
const LINE_KEY = /^\d{1,9}$/;
/** What was taken. */
const TAKEN_KEY =
	/^(accepted|succeeded|success(es|ful)?)_?(lines?|files?|utterances?|entries|items?|audios?)?$/i;
/** A part of the report, which is no file although it may say how it went. */
const PART_KEY =
	/^(report|summary|results?|properties|details?|data|dataset|status|import|info|metadata|(inner_?)?errors?)$/i;

/** Values of a map by which it is told what its keys are. */
const LOOKED_AT = 100;

/** A map's values, each with what its key says of it, and whether the key is the name of what the value is about. */
function* namedValues(map: Json, around: Surroundings) {
	const some = Object.values(map).slice(0, LOOKED_AT);
	const isByName = some.every((value) => isObject(value) && saysHowItWent(value));
	for (const [key, value] of Object.entries(map)) {
		if (TAKEN_KEY.test(key)) {
			yield { value, at: { ...around, isTaken: true }, isNamed: false };
		} else if (LINE_KEY.test(key)) {
			yield { value, at: { ...around, line: Number(key) }, isNamed: true };
		} else if (FILE_KEY.test(key) || (isByName && !PART_KEY.test(key))) {
			yield { value, at: { ...around, file: key }, isNamed: true };
		} else {
			yield { value, at: around, isNamed: false };
		}
	}
}
