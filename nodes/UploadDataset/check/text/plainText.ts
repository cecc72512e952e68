import type { LineRules } from './lineRules';

const ADDRESS = /\b(?:https?|ftp):\/\/|\bwww\.\S/i;
/** A word or a group of up to five of them, four times in a row. */
const REPEATED = /(?:^|\s)(\S+(?:\s+\S+){0,4}?)(?:\s+\1){3}(?=\s|$)/i;
/** A letter four times in a row. */
const STUTTER = /(\p{L})\1{3}/iu;

/**
 * Plain text: what the service's guide says it drops is told, and stops nothing.
 * Source: Microsoft Learn, "Training and testing datasets", plain-text data.
 */
export function plainTextRules(): LineRules {
	return {
		line(text, number, { notes }) {
			const line = { line: number };
			if (ADDRESS.test(text)) {
				notes.add(
					'The line holds a web address, and the service rejects such lines.',
					'Take the address out.',
					line,
				);
			}
			if (STUTTER.test(text) || REPEATED.test(text)) {
				notes.add(
					'The line repeats something more than three times, and the service may drop it.',
					'Repeat nothing more than three times.',
					line,
				);
			}
		},
	};
}
