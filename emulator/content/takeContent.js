'use strict';

const { examine } = require('./examine.js');

/**
 * @typedef {object} TakenContent what a record keeps of its content
 * @property {number} size
 * @property {string} sha256
 * @property {number} accepted
 * @property {number} rejected
 * @property {number} durationMilliseconds
 * @property {boolean} shortAudio
 *
 * @typedef {object} ToldLines lines told one by one, kept beside the content because they may be many
 * @property {import('./finding.js').Rejection[]} rejections
 * @property {import('./finding.js').Place[]} acceptances
 */

/**
 * Examines the content of a dataset, which lies under its id, and notes what was found.
 * @param {import('../service.js').Service} service
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../store/blobs.js').Written} written
 * @returns {Promise<import('../types.js').JobError | undefined>} why it cannot be used
 */
async function takeContent(service, record, { size, sha256 }) {
	const { kind, locale } = record.fields;
	const { finding, error } = await examine(service, { kind, locale, name: record.id, size });
	const { utterances, rejections, acceptances, ...found } = finding;
	/** @type {TakenContent} */
	const content = { size, sha256, ...found };
	record.inner.content = content;
	await writeJson(service, toldName(record.id), { rejections, acceptances });
	if (utterances.length > 0) await writeJson(service, utterancesName(record.id), utterances);
	return error;
}

/**
 * The lines that are told one by one; none when nobody read the content.
 * @param {import('../service.js').Service} service
 * @param {string} id of the dataset
 * @returns {ToldLines}
 */
function toldLines({ blobs }, id) {
	const blob = blobs.get(toldName(id));
	return blob ? JSON.parse(blob.toString()) : { rejections: [], acceptances: [] };
}

/**
 * @param {import('../service.js').Service} service
 * @param {string} name
 * @param {unknown} value
 */
async function writeJson({ blobs }, name, value) {
	await blobs.write(name, [Buffer.from(JSON.stringify(value))]);
}

/** @param {string} id */
function toldName(id) {
	return `${id}.told`;
}

/**
 * The blob with the transcripts of a dataset, or of an evaluation made with it.
 * @param {string} id
 */
function utterancesName(id) {
	return `${id}.utterances`;
}

module.exports = { takeContent, toldLines, utterancesName };
