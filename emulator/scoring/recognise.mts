import { createHash } from 'node:crypto';

export type Reference = import('./references.mts').Reference;

export type WordErrors = import('./wordErrors.mts').WordErrors;

export interface Step {
	kind: 'correct' | 'substitution' | 'deletion' | 'insertion';
	said?: string;
	heard?: string;
}

export type Recognition = { audio: string; steps: Step[] };

const WRONG = ['this', 'there', 'would', 'more', 'than'];

/** @type {Step} */
const addition: Step = { kind: 'insertion', heard: 'um' };

/**
 * What a model makes of the references: so many errors, spread evenly and always in the same places for one model.
 */
function recognise(references: Reference[], errors: WordErrors, modelId: string): Recognition[] {
	const words = references.reduce((sum, one) => sum + one.words.length, 0);
	const edits = spread(words, errors, shiftOf(modelId));
	let position = 0;
	return references.map((reference) => ({
		audio: reference.audio,
		steps: reference.words.flatMap((said) => {
			const { lost, added } = edits.get(position) ?? { lost: undefined, added: 0 };
			position += 1;
			return [stepOf(lost, said, position), ...Array.from({ length: added }, () => addition)];
		}),
	}));
}

function stepOf(
	lost: 'substitution' | 'deletion' | undefined,
	said: string,
	position: number,
): Step {
	if (lost === 'deletion') return { kind: 'deletion', said };
	if (lost === undefined) return { kind: 'correct', said, heard: said };
	const heard = WRONG[position % WRONG.length];
	const other = WRONG[(position + 1) % WRONG.length];
	return { kind: 'substitution', said, heard: heard === said ? other : heard };
}

/**
 * Which words are lost, and after which some are added. As long as there is room, each edit has a word of its own, so
 * that no other reading of the result has fewer errors.
 */
function spread(
	words: number,
	{ substitutions, deletions, insertions }: WordErrors,
	shift: number,
) {
	/** @type {Map<number, { lost?: 'substitution' | 'deletion', added: number }>} */
	const edits: Map<number, { lost?: 'substitution' | 'deletion'; added: number }> = new Map();
	const place = (/** @type {Record<string, number>} */ counts: Record<string, number>) => {
		const kinds = mixed(counts);
		kinds.forEach((kind, index) => {
			const position = Math.floor(((index + shift) * words) / kinds.length);
			const edit = edits.get(position) ?? { added: 0 };
			if (kind === 'substitution' || kind === 'deletion') edit.lost = kind;
			else edit.added += 1;
			edits.set(position, edit);
		});
	};
	const lost = { substitution: substitutions, deletion: deletions };
	if (substitutions + deletions + insertions <= words) place({ ...lost, insertion: insertions });
	else [lost, { insertion: insertions }].forEach(place);
	return edits;
}

/**
 * So many of each kind, evenly mixed.
 */
function mixed(counts: Record<string, number>): string[] {
	const kinds = Object.keys(counts);
	const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
	const used = Object.fromEntries(kinds.map((kind) => [kind, 0]));
	return Array.from({ length: total }, (_, index) => {
		const behind = (/** @type {string} */ kind: string) =>
			used[kind] < counts[kind] ? (counts[kind] * (index + 1)) / total - used[kind] : -Infinity;
		const next = kinds.reduce((best, kind) => (behind(kind) > behind(best) ? kind : best));
		used[next] += 1;
		return next;
	});
}

/**
 * Where in its stride a model begins to err, from 0 to 1.
 */
function shiftOf(modelId: string) {
	return createHash('sha256').update(modelId).digest().readUInt32LE(0) / 2 ** 32;
}

export { recognise };
