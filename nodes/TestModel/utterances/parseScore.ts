import { editsOf, type Edit } from './editsOf';
import { heardIn, isSilent } from './heardText';
import { objectsIn, parseJson, type Json } from './scoreJson';
import { spaceBetween } from './unspaced';

/** What one model made of one recording. */
export interface Hearing {
	/** The human transcript; null when it is not told. */
	said: string | null;
	heard: string;
	/** Null when it is not known what was said, or when it is too long to compare. */
	edits: Edit[] | null;
}

/** Names under which the human transcript may stand. */
const SAID = ['referenceText', 'reference', 'humanTranscription', 'humanTranscript'];

/**
 * Reads the score file of one recording and one model.
 *
 * The format is not documented. Public clients read `recognizedPhrases[].nBest[0].scoringResult`, a text with the
 * errors marked; the transcript may stand beside it or not, so anything may be missing.
 *
 * @returns null when nothing in it can be understood, or it does not tell what was heard.
 */
export function parseScore(text: string): Hearing | null {
	const score = parseJson(text);
	const phrases = objectsIn(score.recognizedPhrases).map(bestOf);
	const said = textIn(score, phrases, SAID);
	const places = [phrases, [score], objectsIn(score.combinedRecognizedPhrases)];
	const heard = heardIn(places);
	const marked = textIn(score, phrases, ['scoringResult'])?.trim();
	const marks = marked ? editsInMarkedText(marked) : null;
	if (heard?.isWritten) return written(said, heard.text, marks);
	if (heard || marks) return hearingOf(said, heard?.text ?? null, marks);
	return isSilent(places) ? hearingOf(said, '', null) : null;
}

/**
 * What is known where only the written form of a text is: punctuation makes no difference to a comparison, but a number
 * in digits does, so the marks of the service come first. Marks by which nothing was heard are made of the lexical form
 * that is missing.
 */
function written(said: string | null, heard: string, marks: Edit[] | null): Hearing {
	const isHeard = marks !== null && marks.some((edit) => 'heard' in edit);
	return isHeard
		? { ...hearingOf(said, null, marks), heard }
		: hearingOf(said ?? (saidBy(marks) || null), heard, null);
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

const PIECE = /<(insertion|deletion|substitution)>([\s\S]*?)<\/\1>|([^<]+)/gi;

/** Stands for a word that was left out. */
const LEFT_OUT = '@';

/**
 * Reads a text in which the service has marked the errors, such as
 * `return,<deletion>@</deletion>,<substitution>odor</substitution>`.
 * What was said in place of a substituted or a deleted word does not stand in it.
 */
function editsInMarkedText(text: string): Edit[] {
	return [...text.matchAll(PIECE)].flatMap(([, mark, inside, plain]) =>
		wordsOf(inside ?? plain).map((word) => editOf(mark?.toLowerCase(), word)),
	);
}

function editOf(mark: string | undefined, word: string): Edit {
	switch (mark) {
		case 'insertion':
			return { kind: 'insertion', heard: word };
		case 'deletion':
			return { kind: 'deletion', said: word === LEFT_OUT ? null : word };
		case 'substitution':
			return { kind: 'substitution', said: null, heard: word };
		default:
			return { kind: 'same', said: word, heard: word };
	}
}

/** Words may be divided by commas; the text is in lexical form, which has no marks of its own. */
function wordsOf(text: string): string[] {
	return text.split(/[\s,]+/).filter(Boolean);
}
