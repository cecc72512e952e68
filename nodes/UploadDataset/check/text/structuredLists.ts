import type { CheckReport } from '../finding';

/** Source: Microsoft Learn, "Training and testing datasets", structured-text data. */
const MOST_LISTS = 20;
const MOST_ITEMS = 35_000;

/** The lists of a structured text, and the sentences that name them. */
export class StructuredLists {
	/** Items so far, by the name of their list. */
	private readonly items = new Map<string, number>();
	/** The lines of sentences that name lists, with the lists. A list may come after its use. */
	private readonly sentences: Array<{ line: number; names: string[] }> = [];

	begin(name: string, line: number, { findings }: CheckReport): void {
		this.items.set(name, this.items.get(name) ?? 0);
		if (this.items.size !== MOST_LISTS + 1) return;
		findings.add(
			`The file has more than ${MOST_LISTS} lists, starting with '${name}'.`,
			'Combine lists, or split the file.',
			{ line },
		);
	}

	addItem(name: string, line: number, { findings, lines }: CheckReport): void {
		const count = this.items.get(name)! + 1;
		this.items.set(name, count);
		lines.taken += 1;
		if (count !== MOST_ITEMS + 1) return;
		findings.add(
			`The list '${name}' has more than ${MOST_ITEMS.toLocaleString('en-US')} items.`,
			'Split the list.',
			{ line },
		);
	}

	/** Remembers a sentence until all lists are known: `{@pet}` names one, `{@pet=cat}` too. */
	addSentence(text: string, line: number, report: CheckReport): void {
		const names = [...text.matchAll(/\{@([^{}]+)\}/g)].map(([, within]) =>
			within.split('=')[0].trim(),
		);
		if (names.length > 0) this.sentences.push({ line, names });
		else report.lines.taken += 1;
	}

	/** Judges the sentences: the service knows only the lists of the text. */
	end(report: CheckReport): void {
		const reported = new Set<string>();
		for (const { line, names } of this.sentences) {
			const missing = names.find((name) => !this.items.has(name));
			if (missing === undefined) report.lines.taken += 1;
			else if (reported.has(missing)) report.lines.dropped += 1;
			else {
				reported.add(missing);
				report.drop(
					`The sentence refers to the list '${missing}', which is not in the file.`,
					`Add '@ list ${missing} =' with its items, or remove the name.`,
					{ line },
				);
			}
		}
	}
}
