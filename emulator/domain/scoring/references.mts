import type { ContentBlobs } from '../content/contentHost.mts';
import { utterancesOf } from '../content/takeContent.mts';
import type { Evaluation, Scripted } from './evaluation.mts';
import { wordsOf } from './words.mts';

/** What is said in one file of audio. */
export interface Reference {
	audio: string;
	words: string[];
}

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
export function referencesOf(
	blobs: Pick<ContentBlobs, 'get'>,
	{ id, locale, datasetId }: Evaluation,
	scripts: Scripted[],
): Reference[] {
	const ofDataset = () => (datasetId === undefined ? undefined : utterancesOf(blobs, datasetId));
	const utterances = utterancesOf(blobs, id) ?? ofDataset();
	if (!utterances) return madeUp(scripts);
	return utterances.map(({ audio, text }) => ({ audio, words: wordsOf(text, locale) }));
}

/**
 * As many words as a script says, or so many that the rates it says come out even.
 */
function madeUp(scripts: Scripted[]): Reference[] {
	const first = (name: string) =>
		scripts.map((script) => script[name]).find((value) => value !== undefined);
	const rates = scripts.map(({ wordErrorRate = 0 }) => wordErrorRate);
	const even = (count: number) =>
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
