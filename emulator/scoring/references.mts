import { utterancesName } from '../content/takeContent.mts';
import { wordsOf } from './words.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type Reference = { audio: string; words: string[] };

export type Scripted = Record<string, number>;

const SENTENCES = 100;
const ROUND_COUNTS = Array.from({ length: 10 }, (_, index) => (index + 1) * 1000);
const VOCABULARY = (
	'the caller asks for an invoice and we send it on monday her old router restarts every night ' +
	'please hold while i look at your account you can change that plan by phone or online'
).split(' ');

/**
 * What an evaluation is measured against: the transcripts of its dataset, or made-up sentences when nobody read any.
 * @param scripts one per model
 */
function referencesOf(
	{ blobs }: import('../service.mts').Service,
	record: EntityRecord,
	scripts: Scripted[],
): Reference[] {
	const { locale } = record.fields;
	const dataset = record.refs.dataset as import('../types.mts').Link | undefined;
	const content = [record.id, dataset?.id]
		.map((id) => (id === undefined ? undefined : blobs.get(utterancesName(id))))
		.find((blob) => blob !== undefined);
	if (!content) return madeUp(scripts);
	/** @type {import('../content/finding.mts').Utterance[]} */
	const utterances: import('../content/finding.mts').Utterance[] = JSON.parse(content.toString());
	return utterances.map(({ audio, text }) => ({ audio, words: wordsOf(text, locale) }));
}

/**
 * As many words as a script says, or so many that the rates it says come out even.
 */
function madeUp(scripts: Scripted[]): Reference[] {
	const first = (/** @type {string} */ name: string) =>
		scripts.map((script) => script[name]).find((value) => value !== undefined);
	const rates = scripts.map(({ wordErrorRate = 0 }) => wordErrorRate);
	const even = (/** @type {number} */ count: number) =>
		rates.every((rate) => Math.abs(rate * count - Math.round(rate * count)) < 1e-6);
	const words = first('wordCount') ?? ROUND_COUNTS.find(even) ?? ROUND_COUNTS[0];
	const sentences = Math.max(1, Math.min(words, first('sentenceCount') ?? SENTENCES));
	return Array.from({ length: sentences }, (_, index) => {
		const start = Math.floor((index * words) / sentences);
		const end = Math.floor(((index + 1) * words) / sentences);
		return {
			audio: `utterance${String(index + 1).padStart(3, '0')}.wav`,
			words: Array.from(
				{ length: end - start },
				(__, at) => VOCABULARY[(start + at) % VOCABULARY.length],
			),
		};
	});
}

export { referencesOf };
