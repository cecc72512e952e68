'use strict';

const { yearsAfterQuarter } = require('../time/quarter.js');
const { stableId } = require('../views/stableId.js');

const DAY = 86_400_000;
const ALL = [
	'Language',
	'Acoustic',
	'Pronunciation',
	'AudioFiles',
	'LanguageMarkdown',
	'OutputFormatting',
];
const TEXT = ['Language', 'LanguageMarkdown', 'Pronunciation'];

// Age in days, so that dates follow the clock. Not in order of age: no client may count on an order.
// Ages lie so that the quarter rule puts each release on the wanted side of its adaptation date on any day.
/** @type {{ slot: string, age: number, kinds: string[], charge: boolean, adaptable?: boolean, note?: string }[]} */
const RELEASES = [
	{ slot: 'third', age: 215, kinds: TEXT, charge: true, note: 'text only' },
	{ slot: 'expired', age: 480, kinds: ALL, charge: false },
	{ slot: 'newest', age: 30, kinds: ALL, charge: true },
	{ slot: 'fixed', age: 12, kinds: [], charge: true, adaptable: false, note: 'not adaptable' },
	{ slot: 'fourth', age: 330, kinds: ['Language', 'Acoustic', 'Pronunciation'], charge: false },
	{ slot: 'second', age: 125, kinds: ALL, charge: true },
	{ slot: 'old', age: 700, kinds: TEXT, charge: false, note: 'text only' },
];

/** Locales with base models, each with its releases a few days apart from the others'. */
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP'];

/**
 * Base models as they would stand at some moment. Dates of deprecation are left to the quarter rule.
 * @param {number} now
 * @returns {Record<string, any>[]}
 */
function baseModelsAt(now) {
	return LOCALES.flatMap((locale, shift) =>
		RELEASES.map(({ slot, age, kinds, charge, adaptable = true, note }) => {
			const created = new Date(now - (age + shift) * DAY);
			created.setUTCHours(8, 0, 0, 0);
			const date = created.toISOString().slice(0, 10).replaceAll('-', '');
			return {
				id: baseModelId(locale, slot),
				displayName: note ? `${date} (${note})` : date,
				description: `${locale} base model`,
				locale,
				createdDateTime: created.toISOString(),
				properties: {
					features: { supportsAdaptationsWith: kinds },
					chargeForAdaptation: charge,
					...(adaptable ? {} : { deprecationDates: onlyTranscription(created) }),
				},
			};
		}),
	);
}

/** @param {Date} created */
function onlyTranscription(created) {
	return { transcriptionDateTime: yearsAfterQuarter(created.getTime(), 2) };
}

/**
 * The id a seeded base model always has.
 * @param {string} locale
 * @param {string} slot
 */
function baseModelId(locale, slot) {
	return stableId(`base model ${locale} ${slot}`);
}

module.exports = { baseModelsAt, baseModelId };
