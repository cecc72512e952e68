import type { CheckReport, Place } from '../finding';

/** The scheme is bounded, so that a long line without one is read once. */
const ADDRESS = /[a-z][a-z0-9+.-]{0,20}:\/\/|\bwww\.\S/i;
/** A word or a group of up to five of them, four times in a row. */
const REPEATED = /(?:^|\s)(\S+(?:\s+\S+){0,4}?)(?:\s+\1){3}(?=\s|$)/i;
/** A letter four times in a row. */
const STUTTER = /(\p{L})\1{3}/iu;

/**
 * Judges a sentence to learn from, and counts one that is left out.
 * Source: Microsoft Learn, "Training and testing datasets", plain-text data.
 *
 * @param place Its line.
 * @returns whether the service takes it, as far as its guide says for certain.
 */
export function checkSentence(text: string, place: Place, report: CheckReport): boolean {
	if (ADDRESS.test(text)) {
		report.drop(
			'The line contains a web address, and the service rejects such lines.',
			'Remove the address.',
			place,
		);
		return false;
	}
	noteRepetition(text, place, report);
	return true;
}

/** Tells of what is repeated: the guide says only that such a line might be dropped. */
export function noteRepetition(text: string, place: Place, { notes }: CheckReport): void {
	if (!STUTTER.test(text) && !REPEATED.test(withoutPunctuation(text))) return;
	notes.add(
		'The line repeats something more than three times, and the service may drop it.',
		'Repeat nothing more than three times.',
		place,
	);
}

/** The words as they are heard: `yeah, yeah` says the same twice. */
function withoutPunctuation(text: string): string {
	return text.replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' ');
}
