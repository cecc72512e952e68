'use strict';

const { countsOf, sentencesOf, tokensOf } = require('./figures.js');
const { recognise } = require('./recognise.js');
const { referencesOf } = require('./references.js');
const { wordErrors } = require('./wordErrors.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('./references.js').Scripted} Scripted
 * @typedef {{ figures: Record<string, any>, recognitions: import('./recognise.js').Recognition[] }} ScoreSheet
 */

/** A custom model makes 6.5 % errors, a base model 12 %, unless scripted. */
const USUAL_RATES = { models: 0.065, baseModels: 0.12 };

/** @type {WeakMap<EntityRecord, { key: string, sheets: ScoreSheet[] }>} */
const known = new WeakMap();

/**
 * How each of the two models did. Whatever a script leaves open follows from the transcripts and the model alone.
 * @param {EntityRecord} record an evaluation
 * @param {ViewContext} ctx
 * @returns {ScoreSheet[]}
 */
function scoreSheets(record, { service }) {
	const scripts = ['1', '2'].map((suffix) => scriptOf(record, suffix));
	const { tokenScores, editShares } = service.quirks;
	const dataset = /** @type {import('../types.js').Link | undefined} */ (record.refs.dataset);
	const content = dataset && service.store.get('datasets', dataset.id)?.inner.content?.sha256;
	const key = JSON.stringify([scripts, tokenScores, editShares, record.refs, content]);
	const before = known.get(record);
	if (before?.key === key) return before.sheets;
	const references = referencesOf(service, record, scripts);
	const words = references.reduce((sum, one) => sum + one.words.length, 0);
	const sheets = scripts.map((script, index) => {
		const link = /** @type {import('../types.js').Link | undefined} */ (
			record.refs[`model${index + 1}`]
		);
		const usual = USUAL_RATES[link?.collection === 'models' ? 'models' : 'baseModels'];
		const errors = wordErrors(words, usual, script);
		const recognitions = recognise(references, errors, link?.id ?? '');
		const counts = countsOf(recognitions);
		const figures = {
			...counts,
			...sentencesOf(recognitions),
			...tokensOf(counts, script, service.quirks),
		};
		return { figures, recognitions };
	});
	known.set(record, { key, sheets });
	return sheets;
}

/**
 * The figures somebody fixed for one model, by hand or by a script.
 * @param {EntityRecord} record
 * @param {string} suffix
 * @returns {Scripted}
 */
function scriptOf(record, suffix) {
	const fixed = { ...record.properties, ...record.job?.end.properties };
	return Object.fromEntries(
		Object.entries(fixed)
			.filter(([name, value]) => name.endsWith(suffix) && typeof value === 'number')
			.map(([name, value]) => [name.slice(0, -1), value]),
	);
}

module.exports = { scoreSheets };
