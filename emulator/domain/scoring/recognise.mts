import { createHash } from 'node:crypto';
import type { Reference } from './references.mts';
import type { WordErrors } from './wordErrors.mts';

/** A word that was said, heard, or both. */
export interface Step {
	kind: 'correct' | 'substitution' | 'deletion' | 'insertion';
	said?: string;
	heard?: string;
}

/** What a model made of one file of audio. */
export interface Recognition {
	audio: string;
	steps: Step[];
}

type Edit = Exclude<Step['kind'], 'correct'>;

/** What happens to one word, and how many are added after it. */
interface EditsOfWord {
	lost?: 'substitution' | 'deletion';
	added: number;
}

const WRONG = ['this', 'there', 'would', 'more', 'than'];

const addition: Step = { kind: 'insertion', heard: 'um' };

/**
 * What a model makes of the references: so many errors, spread evenly and always in the same places for one model.
 */
export function recognise(
	references: Reference[],
	errors: WordErrors,
	modelId: string,
): Recognition[] {
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
	const edits = new Map<number, EditsOfWord>();
	const place = (counts: [Edit, number][]) => {
		const kinds = mixed(counts);
		kinds.forEach((kind, index) => {
			const position = Math.floor(((index + shift) * words) / kinds.length);
			const edit: EditsOfWord = edits.get(position) ?? { added: 0 };
			if (kind === 'substitution' || kind === 'deletion') edit.lost = kind;
			else edit.added += 1;
			edits.set(position, edit);
		});
	};
	const lost: [Edit, number][] = [
		['substitution', substitutions],
		['deletion', deletions],
	];
	const added: [Edit, number][] = [['insertion', insertions]];
	if (substitutions + deletions + insertions <= words) place([...lost, ...added]);
	else [lost, added].forEach(place);
	return edits;
}

/**
 * So many of each kind, evenly mixed.
 */
function mixed(counts: [Edit, number][]): Edit[] {
	const kinds = counts.map(([kind, wanted]) => ({ kind, wanted, used: 0 }));
	const total = kinds.reduce((sum, { wanted }) => sum + wanted, 0);
	return Array.from({ length: total }, (_, index) => {
		const behind = ({ wanted, used }: { wanted: number; used: number }) =>
			used < wanted ? (wanted * (index + 1)) / total - used : -Infinity;
		const next = kinds.reduce((best, one) => (behind(one) > behind(best) ? one : best));
		next.used += 1;
		return next.kind;
	});
}

/**
 * Where in its stride a model begins to err, from 0 to 1.
 */
function shiftOf(modelId: string) {
	return createHash('sha256').update(modelId).digest().readUInt32LE(0) / 2 ** 32;
}
