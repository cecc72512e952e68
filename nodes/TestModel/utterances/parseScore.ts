import { editsOf, type Edit } from './editsOf';
import { editsInMarkedText } from './markedText';
import { spaceBetween } from './unspaced';

/** What one model made of one recording. */
export interface Hearing {
	/** The human transcript; null when it is not told. */
	said: string | null;
	heard: string;
	/** Null when it is not known what was said, or when it is too long to compare. */
	edits: Edit[] | null;
}

type Json = Record<string, unknown>;

/** Names under which the human transcript may stand. */
const SAID = ['referenceText', 'reference', 'humanTranscription', 'humanTranscript'];
/** Names under which the recognised text may stand; the lexical form is the one that is scored. */
const HEARD = ['lexical', 'recognizedText', 'itn', 'display'];

/**
 * Reads the score file of one recording and one model.
 *
 * The format is not documented. Public clients read `recognizedPhrases[].nBest[0].scoringResult`, a text with the
 * errors marked; the transcript may stand beside it or not, so anything may be missing.
 *
 * @returns null when nothing in it can be understood.
 */
export function parseScore(text: string): Hearing | null {
	const score = parseJson(text);
	const phrases = objectsIn(score.recognizedPhrases).map(bestOf);
	const said = textIn(score, phrases, SAID);
	const marked = textIn(score, phrases, ['scoringResult']);
	const combined = objectsIn(score.combinedRecognizedPhrases);
	const heard = textIn({}, phrases, HEARD) ?? textIn(score, combined, HEARD);
	const edits = marked === null ? null : editsInMarkedText(marked);
	return heard === null && edits === null ? null : hearingOf(said, heard, edits);
}

/** Puts together what is known of one recording; what was said may come from elsewhere. */
export function hearingOf(
	said: string | null,
	heard: string | null,
	marked: Edit[] | null,
): Hearing {
	const recognised = heard ?? joinWords((marked ?? []).flatMap(heardBy));
	const edits = said === null ? marked : editsOf(said, recognised);
	return { said: said ?? saidBy(marked), heard: recognised, edits };
}

function parseJson(text: string): Json {
	try {
		// Some storage clients put a byte order mark first.
		const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

function bestOf(phrase: Json): Json {
	return { ...phrase, ...objectsIn(phrase.nBest)[0] };
}

/** A text that stands in the file itself, or else in its phrases, in order. */
function textIn(score: Json, phrases: Json[], names: string[]): string | null {
	for (const name of names) {
		if (typeof score[name] === 'string') return score[name];
		const texts = phrases.map((phrase) => phrase[name]).filter((text) => typeof text === 'string');
		if (texts.length > 0) return texts.join(' ');
	}
	return null;
}

function heardBy(edit: Edit): string[] {
	return 'heard' in edit ? [edit.heard] : [];
}

/** What was said, when the marks alone tell it. */
function saidBy(edits: Edit[] | null): string | null {
	if (edits === null) return null;
	const words = edits.flatMap((edit) => ('said' in edit ? [edit.said] : []));
	return words.includes(null) ? null : joinWords(words as string[]);
}

function joinWords(words: string[]): string {
	return words.reduce(
		(text, word) => (text === '' ? word : text + spaceBetween(text, word) + word),
		'',
	);
}

function objectsIn(value: unknown): Json[] {
	return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
