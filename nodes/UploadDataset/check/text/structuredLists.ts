import type { CheckReport } from '../finding';

/** Source: Microsoft Learn, "Training and testing datasets", structured-text data. */
const MOST_LISTS = 20;
const MOST_ITEMS = 35_000;

/** The lists of a structured text, and the sentences that name them. */
export class StructuredLists {
	/** Items so far, by the name of their list. */
	private readonly items = new Map<string, number>();
	/** Lists that sentences name, with the first line that does. */
	private readonly references = new Map<string, number>();

	begin(name: string, line: number, { findings }: CheckReport): void {
		this.items.set(name, this.items.get(name) ?? 0);
		if (this.items.size !== MOST_LISTS + 1) return;
		findings.add(
			`The file has more than ${MOST_LISTS} lists: '${name}' is one too many.`,
			'Join lists, or divide the file.',
			{ line },
		);
	}

	addItem(name: string, line: number, { findings }: CheckReport): void {
		const count = this.items.get(name)! + 1;
		this.items.set(name, count);
		if (count !== MOST_ITEMS + 1) return;
		findings.add(
			`The list '${name}' has more than ${MOST_ITEMS.toLocaleString('en-US')} items.`,
			'Divide the list in two.',
			{ line },
		);
	}

	/** Remembers the lists a sentence names, such as `{@pet}`. */
	addSentence(text: string, line: number): void {
		for (const [, within] of text.matchAll(/\{@([^{}]+)\}/g)) {
			const name = within.trim();
			if (!this.references.has(name)) this.references.set(name, line);
		}
	}

	/** Names the lists that sentences use and the text does not have. */
	end({ notes }: CheckReport): void {
		for (const [name, line] of this.references) {
			if (this.items.has(name)) continue;
			notes.add(
				`The sentence names the list '${name}', which the file does not have.`,
				`Add '@ list ${name} =' with its items, or take the name out.`,
				{ line },
			);
		}
	}
}
