import type { Json } from './scoreJson';

/** A recognised text, and whether it is the written form: with punctuation, and numbers as digits. */
export interface HeardText {
	text: string;
	isWritten: boolean;
}

/** Names of the form that is scored. */
const SPOKEN = ['lexical', 'recognizedText'];
/** Names of the written form, the one nearest to the spoken first. */
const WRITTEN = ['itn', 'maskedITN', 'display'];

/**
 * What was heard, from the first of several places in a score file that tells it. A blank text tells nothing by itself: a
 * Whisper model has no lexical form, and its `lexical` stays empty in real score files.
 *
 * @param places Each the phrases of one recording, in order.
 * @returns null when no place tells it.
 */
export function heardIn(places: Json[][]): HeardText | null {
	for (const phrases of places) {
		const heard = phrases.flatMap((phrase) => heardOf(phrase) ?? []);
		if (heard.length > 0) {
			const text = heard.map((one) => one.text).join(' ');
			return { text, isWritten: heard.some(({ isWritten }) => isWritten) };
		}
	}
	return null;
}

/** Whether it is told that nothing was heard: the written form is there, and blank as well. */
export function isSilent(places: Json[][]): boolean {
	const names = ['recognizedText', ...WRITTEN];
	return places.flat().some((phrase) => names.some((name) => typeof phrase[name] === 'string'));
}

function heardOf(phrase: Json): HeardText | null {
	const spoken = firstText(phrase, SPOKEN);
	if (spoken !== null) return { text: spoken, isWritten: false };
	const written = firstText(phrase, WRITTEN);
	return written === null ? null : { text: written, isWritten: true };
}

function firstText(phrase: Json, names: string[]): string | null {
	const texts = names.map((name) => phrase[name]);
	return (
		(texts.find((text) => typeof text === 'string' && text.trim() !== '') as string | null) ?? null
	);
}
