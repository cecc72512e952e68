import { Finding, atMost, shortened } from './finding.mts';
import { isBlank, readableLines } from './lines.mts';
import { faultOfSentence } from './sentence.mts';

export type Section =
	| { kind: 'list'; name: string }
	| { kind: 'pronunciations' }
	| { kind: 'sentences' };

const LIST = /^@\s*list\s+(\S.*?)\s*=?$/i;
const PRONUNCIATIONS = /^@\s*speech:phoneticlexicon\s*=?$/i;
const REFERENCE = /\{@([^}=]+?)(?:=[^}]*)?\}/g;

/** Structured text: lists, pronunciations, and sentences that refer to lists. Lists may come after their use. */
class StructuredText {
	limits: any;
	quirks: any;
	finding: any;
	section: Section | undefined;
	lists: any;
	words: any;
	pronunciations: any;
	pending: any;

	/** @param {import('./examine.mts').Material} material */
	constructor({ limits, quirks }: import('./examine.mts').Material) {
		this.limits = limits;
		this.quirks = quirks;
		this.finding = new Finding();
		/** @type {Section | undefined} */
		this.section = undefined;
		/** @type {Map<string, number>} items by list */
		this.lists = new Map();
		/** @type {Map<string, number>} pronunciations by word */
		this.words = new Map();
		this.pronunciations = 0;
		/** @type {{ place: import('./finding.mts').Place, names: string[] }[]} sentences whose lists are yet to be seen */
		this.pending = [];
	}

	/** @param {import('./lines.mts').Line} line */
	read({ number, text }: import('./lines.mts').Line) {
		const line = text.trim();
		if (line.startsWith('//')) return;
		const place = { lineNumber: number, text };
		if (/^[-*+]/.test(line)) return this.readItem(line.slice(1).trim(), place);
		const reason = this.open(line);
		if (reason) this.finding.reject({ ...place, reason });
	}

	/**
	 * Opens a section.
	 */
	open(line: string): string | undefined {
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

	readItem(text: string, place: import('./finding.mts').Place) {
		const { section } = this;
		if (!section) return this.finding.reject({ ...place, reason: 'It belongs to no section.' });
		if (section.kind === 'list') {
			const items = (this.lists.get(section.name) ?? 0) + 1;
			this.lists.set(section.name, items);
			atMost(items, this.limits.itemsPerList, `items in list '${section.name}'`);
		}
		const fault = isBlank(text) ? 'The item is empty.' : this.faultOfItem(text, section.kind);
		if (fault || section.kind !== 'sentences') return this.finding.judge(fault, place);
		const names = [...text.matchAll(REFERENCE)].map((match) => match[1].trim());
		if (names.every((name) => this.lists.has(name))) this.finding.accept(place);
		else this.pending.push({ place: shortened(place), names });
	}

	faultOfItem(text: string, kind: Section['kind']) {
		if (kind === 'pronunciations') return this.faultOfPronunciation(text);
		return kind === 'sentences' ? faultOfSentence(text, this.quirks) : undefined;
	}

	/** @param {string} text */
	faultOfPronunciation(text: string) {
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

/** @param {import('./examine.mts').Material} material */
async function examineStructuredText(material: import('./examine.mts').Material) {
	const text = new StructuredText(material);
	for await (const line of readableLines(material.lines, text.finding)) text.read(line);
	return text.close();
}

export { examineStructuredText };
