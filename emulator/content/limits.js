'use strict';

const MB = 1024 * 1024;

/**
 * How much a dataset may hold, as the pages about training data and about quotas have it. Where they differ, the
 * page about training data counts: 200 MB of plain text, 20 lists of 35,000 items. 1 MB is read as 1,048,576 bytes.
 * @typedef {object} Limits
 * @property {Record<string, number>} bytes by kind of dataset
 * @property {number} files in an archive
 * @property {number} audioSeconds of one audio file
 * @property {number} trainingSeconds longest audio file a training can use
 * @property {number} lists in structured text
 * @property {number} itemsPerList
 * @property {number} pronunciations in structured text
 * @property {number} pronunciationsPerWord
 * @property {Record<string, number>} rules lines by section of display rules
 */

/** @type {Limits} */
const defaultLimits = {
	bytes: {
		Language: 200 * MB,
		LanguageMarkdown: 200 * MB,
		Pronunciation: MB,
		OutputFormatting: 10 * MB,
		Acoustic: 2048 * MB,
		AudioFiles: 2048 * MB,
	},
	files: 10_000,
	audioSeconds: 7200,
	trainingSeconds: 40,
	lists: 20,
	itemsPerList: 35_000,
	pronunciations: 15_000,
	pronunciationsPerWord: 2,
	rules: { itn: 200, rewrite: 1000, profanity: 1000 },
};

/**
 * The limits with some of them changed.
 * @param {Partial<Limits>} [changes]
 * @returns {Limits}
 */
function limitsWith(changes = {}) {
	return {
		...defaultLimits,
		...changes,
		bytes: { ...defaultLimits.bytes, ...changes.bytes },
		rules: { ...defaultLimits.rules, ...changes.rules },
	};
}

module.exports = { limitsWith };
