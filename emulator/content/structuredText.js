'use strict';

const { Finding, atMost } = require('./finding.js');
const { isBlank } = require('./lines.js');
const { faultOfSentence } = require('./sentence.js');

/**
 * @typedef {{ kind: 'list', name: string, items: number } | { kind: 'pronunciations' } | { kind: 'sentences' }} Section
 */

const LIST = /^@\s*list\s+(\S.*?)\s*=?$/i;
const PRONUNCIATIONS = /^@\s*speech:phoneticlexicon\s*=?$/i;
const REFERENCE = /\{@([^}=]+?)(?:=[^}]*)?\}/g;

/** Structured text: lists, pronunciations, and sentences that refer to lists. Lists may come after their use. */
class StructuredText {
	/** @param {import('./examine.js').Material} material */
	constructor({ limits, quirks }) {
		this.limits = limits;
		this.quirks = quirks;
		this.finding = new Finding();
		/** @type {Section | undefined} */
		this.section = undefined;
		/** @type {Set<string>} */
		this.lists = new Set();
		/** @type {Map<string, number>} pronunciations by word */
		this.words = new Map();
		this.pronunciations = 0;
		/** @type {{ lineNumber: number, names: string[] }[]} sentences whose lists are yet to be seen */
		this.pending = [];
	}

	/** @param {import('./lines.js').Line} line */
	read({ number, text }) {
		const line = text.trim();
		if (isBlank(line) || line.startsWith('//')) return;
		const item = /^[-*+]\s*(.*)$/.exec(line);
		if (item) return this.readItem(item[1].trim(), number);
		const fault = this.open(line);
		if (fault) this.finding.reject({ lineNumber: number, reason: fault });
	}

	/**
	 * Opens a section.
	 * @param {string} line
	 * @returns {string | undefined}
	 */
	open(line) {
		this.section = undefined;
		const list = LIST.exec(line);
		if (list) {
			if (!this.lists.has(list[1])) atMost(this.lists.size + 1, this.limits.lists, 'lists');
			this.lists.add(list[1]);
			this.section = { kind: 'list', name: list[1], items: 0 };
		} else if (PRONUNCIATIONS.test(line)) {
			this.section = { kind: 'pronunciations' };
		} else if (/^#/.test(line)) {
			// Kept open all the same, so that one bad heading does not cost every sentence below it.
			this.section = { kind: 'sentences' };
			const good = /^#+\s*[\p{L}\p{N}_]+$/u.test(line);
			return good ? undefined : 'A heading may hold only letters, digits, and underscores.';
		} else {
			return 'It is no heading, item, or comment.';
		}
		return undefined;
	}

	/**
	 * @param {string} text
	 * @param {number} lineNumber
	 */
	readItem(text, lineNumber) {
		const { section } = this;
		if (!section) return this.finding.reject({ lineNumber, reason: 'It belongs to no section.' });
		if (section.kind === 'list') {
			section.items += 1;
			atMost(section.items, this.limits.itemsPerList, `items in list '${section.name}'`);
		}
		const fault = isBlank(text)
			? 'The item is empty.'
			: section.kind === 'pronunciations'
				? this.faultOfPronunciation(text)
				: faultOfSentence(text, this.quirks);
		if (fault || section.kind !== 'sentences') return this.finding.judge(fault, { lineNumber });
		const names = [...text.matchAll(REFERENCE)].map((match) => match[1].trim());
		if (names.every((name) => this.lists.has(name))) this.finding.accepted += 1;
		else this.pending.push({ lineNumber, names });
	}

	/** @param {string} text */
	faultOfPronunciation(text) {
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
		for (const { lineNumber, names } of this.pending) {
			const missing = names.find((name) => !this.lists.has(name));
			const reason = missing && `It refers to a list '${missing}' that is not there.`;
			this.finding.judge(reason, { lineNumber });
		}
		this.finding.rejections.sort((one, other) => Number(one.lineNumber) - Number(other.lineNumber));
		return this.finding;
	}
}

/** @param {import('./examine.js').Material} material */
async function examineStructuredText(material) {
	const text = new StructuredText(material);
	for await (const line of material.lines) text.read(line);
	return text.close();
}

module.exports = { examineStructuredText };
