import { Excess, largerThan } from './excess';
import { JSON_BOUNDS, MOST_BYTES } from './policies';

const IN_TEXT = /["\\]/g;
const BEYOND_LATIN = /[^\0-\xff]/;
const BETWEEN_TEXTS = /["[\]{},]/g;

/**
 * Reads JSON as it comes in. The objects and lists of an outermost list, or of the lists of an outermost object, such as
 * the entities of a page, are parsed one by one and their text is thrown away: text costs as much memory as its values.
 */
export class JsonReader {
	/** The text so far, in which `[0]` stands for the first part. */
	private outer = '';
	/** The text of the part that has begun; null between parts. */
	private part: string | null = null;
	private readonly parts: unknown[] = [];
	/** Bytes that the text of the parts needs in memory. */
	private held = 0;
	private depth = 0;
	private values = 0;
	/** Depth of the lists whose entries are parts, once the first bracket has told it. */
	private listDepth = 0;
	private isInList = false;
	private isInText = false;
	private isEscaped = false;

	/** @param partChars Most characters of one part, and of all the text around the parts. */
	constructor(private readonly partChars: number) {}

	/**
	 * Reads the next piece of the text.
	 *
	 * @throws Excess when it is more, or nested deeper, than any answer of the service.
	 * @throws SyntaxError when a part is no JSON.
	 */
	read(piece: string): void {
		let from = 0;
		let at = this.nextMark(piece, this.isEscaped ? 1 : 0);
		if (piece !== '') this.isEscaped = false;
		for (; at >= 0; at = this.nextMark(piece, at + 1)) {
			const mark = piece[at];
			if (mark === '\\') {
				this.isEscaped = ++at === piece.length;
			} else if (mark === '"') {
				this.isInText = !this.isInText;
			} else if (mark === ']' || mark === '}') {
				this.depth--;
				if (this.part !== null && this.depth === this.listDepth) {
					this.keep(piece.slice(from, at + 1));
					from = at + 1;
					this.endPart();
				}
			} else {
				if (++this.values > JSON_BOUNDS.values) {
					throw new Excess(
						`made up of more than ${JSON_BOUNDS.values.toLocaleString('en-US')} values`,
					);
				}
				if (mark === ',') continue;
				if (this.part === null && this.isInList && this.depth === this.listDepth) {
					this.keep(piece.slice(from, at));
					from = at;
					this.part = '';
				}
				this.open(mark === '[');
			}
		}
		this.keep(piece.slice(from));
	}

	/**
	 * What the whole text says; undefined for an empty one.
	 *
	 * @throws SyntaxError when it is no JSON.
	 */
	end(): unknown {
		if (this.outer === '' && this.part === null) return undefined;
		const value = JSON.parse(this.outer + (this.part ?? '')) as unknown;
		if (this.parts.length === 0) return value;
		const lists = this.listDepth === 1 ? [value] : Object.values(Object(value));
		for (const list of lists) if (Array.isArray(list)) this.putParts(list);
		return value;
	}

	private nextMark(piece: string, from: number): number {
		const marks = this.isInText ? IN_TEXT : BETWEEN_TEXTS;
		marks.lastIndex = from;
		return marks.test(piece) ? marks.lastIndex - 1 : -1;
	}

	private open(isList: boolean): void {
		if (++this.depth > JSON_BOUNDS.depth) {
			throw new Excess(`nested more than ${JSON_BOUNDS.depth} levels deep`);
		}
		if (this.depth === 1) this.listDepth = isList ? 1 : 2;
		if (this.depth === this.listDepth) this.isInList = isList;
	}

	private keep(text: string): void {
		const length = (this.part ?? this.outer).length + text.length;
		if (length > this.partChars) {
			throw largerThan(this.partChars, ' in one piece');
		}
		if (this.part === null) this.outer += text;
		else this.part += text;
	}

	private endPart(): void {
		const part = this.part ?? '';
		this.part = null;
		// One character beyond Latin-1 makes the engine hold each of the text in two bytes.
		this.held += part.length * (BEYOND_LATIN.test(part) ? 2 : 1);
		if (this.held > MOST_BYTES.answer) throw largerThan(MOST_BYTES.answer);
		this.outer += `[${this.parts.length}]`;
		this.parts.push(JSON.parse(part));
	}

	/** Puts the parts where their numbers stand; every list in this one is such a number. */
	private putParts(list: unknown[]): void {
		for (const [place, entry] of list.entries()) {
			if (Array.isArray(entry)) list[place] = this.parts[Number(entry[0])];
		}
	}
}

/**
 * The one way from text to JSON, for a text whose length has its bounds already.
 *
 * @returns undefined for an empty text.
 * @throws Excess, or SyntaxError, as the reader does.
 */
export function parseJson(text: string): unknown {
	const reader = new JsonReader(Infinity);
	reader.read(text);
	return reader.end();
}
