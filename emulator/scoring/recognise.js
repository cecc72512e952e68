'use strict';

const { createHash } = require('node:crypto');

/**
 * @typedef {import('./references.js').Reference} Reference
 * @typedef {import('./wordErrors.js').WordErrors} WordErrors
 *
 * @typedef {object} Step one step from what was said to what was recognised
 * @property {'correct' | 'substitution' | 'deletion' | 'insertion'} kind
 * @property {string} [said]
 * @property {string} [heard]
 *
 * @typedef {{ audio: string, steps: Step[] }} Recognition
 */

const WRONG = ['this', 'there', 'would', 'more', 'than'];

/** @type {Step} */
const addition = { kind: 'insertion', heard: 'um' };

/**
 * What a model makes of the references: so many errors, spread evenly and always in the same places for one model.
 * @param {Reference[]} references
 * @param {WordErrors} errors
 * @param {string} modelId
 * @returns {Recognition[]}
 */
function recognise(references, errors, modelId) {
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

/**
 * @param {'substitution' | 'deletion' | undefined} lost
 * @param {string} said
 * @param {number} position
 * @returns {Step}
 */
function stepOf(lost, said, position) {
	if (lost === 'deletion') return { kind: 'deletion', said };
	if (lost === undefined) return { kind: 'correct', said, heard: said };
	const heard = WRONG[position % WRONG.length];
	const other = WRONG[(position + 1) % WRONG.length];
	return { kind: 'substitution', said, heard: heard === said ? other : heard };
}

/**
 * Which words are lost, and after which some are added. As long as there is room, each edit has a word of its own, so
 * that no other reading of the result has fewer errors.
 * @param {number} words
 * @param {WordErrors} errors
 * @param {number} shift
 */
function spread(words, { substitutions, deletions, insertions }, shift) {
	/** @type {Map<number, { lost?: 'substitution' | 'deletion', added: number }>} */
	const edits = new Map();
	const place = (/** @type {Record<string, number>} */ counts) => {
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
 * @param {Record<string, number>} counts
 * @returns {string[]}
 */
function mixed(counts) {
	const kinds = Object.keys(counts);
	const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
	const used = Object.fromEntries(kinds.map((kind) => [kind, 0]));
	return Array.from({ length: total }, (_, index) => {
		const behind = (/** @type {string} */ kind) =>
			used[kind] < counts[kind] ? (counts[kind] * (index + 1)) / total - used[kind] : -Infinity;
		const next = kinds.reduce((best, kind) => (behind(kind) > behind(best) ? kind : best));
		used[next] += 1;
		return next;
	});
}

/**
 * Where in its stride a model begins to err, from 0 to 1.
 * @param {string} modelId
 */
function shiftOf(modelId) {
	return createHash('sha256').update(modelId).digest().readUInt32LE(0) / 2 ** 32;
}

module.exports = { recognise };
