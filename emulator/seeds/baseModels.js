'use strict';

const { datasetKinds, trainingKinds } = require('../schemas/locales.js');
const { yearsAfterQuarter } = require('../time/quarter.js');
const { stableId } = require('../views/stableId.js');
const { oldestFirst } = require('./oldestFirst.js');
const { whisperFeatures } = require('./whisper.js');

const DAY = 86_400_000;
const TEXT = ['Language', 'LanguageMarkdown', 'Pronunciation'];
/** Before training was billed; so long ago that nobody can train from it any more. */
const FREE = Date.parse('2023-06-28T08:00:00Z');

/**
 * @typedef {object} Release
 * @property {string} slot
 * @property {number} [age] in days, so that dates follow the clock
 * @property {string[]} [kinds] what it is trained with, as far as its locale knows the kind
 * @property {Record<string, any>} [features]
 * @property {boolean} [adaptable]
 * @property {string} [suffix] of its name
 */

// Ages lie so that the quarter rule puts each release on the wanted side of its adaptation date on any day.
// The newest two are traps: neither can be chosen for an endpoint that is to be adapted.
/** @type {Release[]} */
const RELEASES = [
	{ slot: 'free' },
	{ slot: 'old', age: 700, kinds: TEXT, suffix: ' (text only)' },
	{ slot: 'expired', age: 480 },
	{ slot: 'fourth', age: 330, kinds: ['Language', 'Acoustic', 'Pronunciation'] },
	{ slot: 'third', age: 215, kinds: TEXT, suffix: ' (text only)' },
	{ slot: 'second', age: 125 },
	{ slot: 'newest', age: 30 },
	{ slot: 'whisper', age: 20, features: whisperFeatures, suffix: ' Whisper' },
	{ slot: 'fixed', age: 12, kinds: [], adaptable: false, suffix: ' (not adaptable)' },
];

/** Locales with base models, each with its releases a few days apart from the others'. */
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP'];

/**
 * Base models as they would stand at some moment. Dates of deprecation and charges are left to the service's rules.
 * @param {number} now
 * @returns {Record<string, any>[]}
 */
function baseModelsAt(now) {
	return oldestFirst(
		LOCALES.flatMap((locale, shift) =>
			RELEASES.map((release) => {
				const { slot, age, kinds = datasetKinds, adaptable = true, suffix = '' } = release;
				const createdAt = age === undefined ? FREE : now - (age + shift) * DAY;
				const supportsAdaptationsWith = trainingKinds(locale).filter((one) => kinds.includes(one));
				const features = { supportsAdaptationsWith, ...release.features };
				return {
					id: baseModelId(locale, slot),
					...baseModel(locale, createdAt, suffix),
					properties: {
						features,
						...(adaptable ? {} : { deprecationDates: onlyTranscription(createdAt) }),
					},
				};
			}),
		),
	);
}

/**
 * A base model of some day, named after it.
 * @param {string} locale
 * @param {number} createdAt
 * @param {string} [suffix]
 */
function baseModel(locale, createdAt, suffix = '') {
	const created = new Date(createdAt);
	created.setUTCHours(8, 0, 0, 0);
	const createdDateTime = created.toISOString();
	return {
		displayName: `${createdDateTime.slice(0, 10).replaceAll('-', '')}${suffix}`,
		description: `${locale} base model`,
		locale,
		createdDateTime,
	};
}

/**
 * Dates of a base model that cannot be trained with.
 * @param {number} createdAt
 */
function onlyTranscription(createdAt) {
	return { transcriptionDateTime: yearsAfterQuarter(createdAt, 2) };
}

/**
 * The id a seeded base model always has.
 * @param {string} locale
 * @param {string} slot
 */
function baseModelId(locale, slot) {
	return stableId(`base model ${locale} ${slot}`);
}

module.exports = { baseModel, baseModelId, baseModelsAt, onlyTranscription };
