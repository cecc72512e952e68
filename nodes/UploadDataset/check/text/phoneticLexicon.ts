import type { CheckReport } from '../finding';

/** Source: Microsoft Learn, "Training and testing datasets", structured-text data. */
const MOST_ENTRIES = 15_000;
const MOST_OF_A_WORD = 2;

/** The pronunciations in a structured text. */
export class PhoneticLexicon {
	private readonly times = new Map<string, number>();
	private entries = 0;

	/** @param text An entry without its dash, such as `cat/k ae t`. */
	add(text: string, line: number, { findings, lines }: CheckReport): void {
		const parts = text.split('/').map((part) => part.trim());
		const word = parts.length > 1 ? parts[0] : '';
		lines.taken += 1;
		if (parts.length !== 2 || parts.includes('')) {
			findings.add(
				"The pronunciation does not have the form '- word/p r o n'.",
				'Write the word, a slash, and then its sounds separated by spaces.',
				{ line },
			);
		}
		this.entries += 1;
		if (this.entries === MOST_ENTRIES + 1) {
			findings.add(
				`The file has more than ${MOST_ENTRIES.toLocaleString('en-US')} pronunciations.`,
				'Keep the most important ones.',
				{ line },
			);
		}
		const times = (this.times.get(word) ?? 0) + 1;
		this.times.set(word, times);
		if (times === MOST_OF_A_WORD + 1) {
			findings.add(
				`The word '${word}' has more than ${MOST_OF_A_WORD} pronunciations.`,
				'Keep two of them.',
				{ line },
			);
		}
	}
}
