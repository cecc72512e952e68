import type { Quirks } from '../quirks.mts';
import { Finding, atMost, shortened, type Place } from './finding.mts';
import type { Limits } from './limits.mts';
import { isBlank, readableLines, type Line } from './lines.mts';
import type { Material } from './material.mts';
import { faultOfSentence } from './sentence.mts';

type Section = { kind: 'list'; name: string } | { kind: 'pronunciations' } | { kind: 'sentences' };

const LIST = /^@\s*list\s+(\S.*?)\s*=?$/i;
const PRONUNCIATIONS = /^@\s*speech:phoneticlexicon\s*=?$/i;
const REFERENCE = /\{@([^}=]+?)(?:=[^}]*)?\}/g;

/** Structured text: lists, pronunciations, and sentences that refer to lists. Lists may come after their use. */
class StructuredText {
	private readonly limits: Limits;
	private readonly quirks: Quirks;
	readonly finding = new Finding();
	private section: Section | undefined;
	/** Items by list. */
	private readonly lists = new Map<string, number>();
	/** Pronunciations by word. */
	private readonly words = new Map<string, number>();
	private pronunciations = 0;
	/** Sentences whose lists are yet to be seen. */
	private readonly pending: { place: Place; names: string[] }[] = [];

	constructor({ limits, quirks }: Material) {
		this.limits = limits;
		this.quirks = quirks;
	}

	read({ number, text }: Line) {
		const line = text.trim();
		if (line.startsWith('//')) return;
		const place = { lineNumber: number, text };
		if (/^[-*+]/.test(line)) {
			this.readItem(line.slice(1).trim(), place);
			return;
		}
		const reason = this.open(line);
		if (reason) this.finding.reject({ ...place, reason });
	}

	/**
	 * Opens a section.
	 */
	private open(line: string): string | undefined {
		const list = LIST.exec(line);
		if (list) {
			if (!this.lists.has(list[1])) atMost(this.lists.size + 1, this.limits.lists, 'lists');
			this.lists.set(list[1], this.lists.get(list[1]) ?? 0);
			this.section = { kind: 'list', name: list[1] };
		} else if (PRONUNCIATIONS.test(line)) {
			this.section = { kind: 'pronunciations' };
		} else if (/^#/.test(line)) {
			// Kept open all the same, so that one bad heading does not cost every sentence below it.
			this.section = { kind: 'sentences' };
			const good = /^#+\s*[\p{L}\p{M}\p{N}_]+$/u.test(line);
			return good ? undefined : 'A heading may hold only letters, digits, and underscores.';
		} else {
			return 'It is no heading, item, or comment.';
		}
		return undefined;
	}

	private readItem(text: string, place: Place) {
		const { section } = this;
		if (!section) {
			this.finding.reject({ ...place, reason: 'It belongs to no section.' });
			return;
		}
		if (section.kind === 'list') this.countItem(section.name);
		const fault = isBlank(text) ? 'The item is empty.' : this.faultOfItem(text, section.kind);
		if (fault || section.kind !== 'sentences') this.finding.judge(fault, place);
		else this.readReferences(text, place);
	}

	private countItem(list: string) {
		const items = (this.lists.get(list) ?? 0) + 1;
		this.lists.set(list, items);
		atMost(items, this.limits.itemsPerList, `items in list '${list}'`);
	}

	/** Takes a sentence whose lists are there, and lets any other wait for the end. */
	private readReferences(text: string, place: Place) {
		const names = [...text.matchAll(REFERENCE)].map((match) => match[1].trim());
		if (names.every((name) => this.lists.has(name))) this.finding.accept(place);
		else this.pending.push({ place: shortened(place), names });
	}

	private faultOfItem(text: string, kind: Section['kind']) {
		if (kind === 'pronunciations') return this.faultOfPronunciation(text);
		return kind === 'sentences' ? faultOfSentence(text, this.quirks) : undefined;
	}

	private faultOfPronunciation(text: string) {
		atMost(++this.pronunciations, this.limits.pronunciations, 'pronunciations');
		const [word, phones, ...more] = text.split('/').map((part) => part.trim());
		if (!word || !phones || more.length > 0) return 'It is no word, slash, and phones.';
		const count = (this.words.get(word) ?? 0) + 1;
		this.words.set(word, count);
		const most = this.limits.pronunciationsPerWord;
		return count > most ? `'${word}' has more than ${most} pronunciations.` : undefined;
	}

	/** Judges what had to wait for the end. */
	close() {
		for (const { place, names } of this.pending) {
			const missing = names.find((name) => !this.lists.has(name));
			const reason = missing && `It refers to a list '${missing}' that is not there.`;
			this.finding.judge(reason, place);
		}
		this.finding.rejections.sort((one, other) => Number(one.lineNumber) - Number(other.lineNumber));
		return this.finding;
	}
}

export async function examineStructuredText(material: Material) {
	const text = new StructuredText(material);
	for await (const line of readableLines(material.lines, text.finding)) text.read(line);
	return text.close();
}
