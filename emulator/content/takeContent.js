'use strict';

const { examine } = require('./examine.js');

/**
 * @typedef {object} TakenContent what a record keeps of its content
 * @property {number} size
 * @property {string} sha256
 * @property {number} accepted
 * @property {number} rejected
 * @property {import('./finding.js').Rejection[]} rejections
 * @property {number} durationMilliseconds
 * @property {boolean} shortAudio
 */

/**
 * Examines the content of a dataset, which lies under its id, and notes what was found.
 * @param {import('../service.js').Service} service
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../store/blobs.js').Written} written
 * @returns {Promise<import('../types.js').JobError | undefined>} why it cannot be used
 */
async function takeContent(service, record, { size, sha256 }) {
	const { kind } = record.fields;
	const { finding, error } = await examine(service, { kind, name: record.id, size });
	const { utterances, ...found } = finding;
	/** @type {TakenContent} */
	const content = { size, sha256, ...found };
	record.inner.content = content;
	if (utterances.length > 0) {
		await service.blobs.write(utterancesName(record.id), [Buffer.from(JSON.stringify(utterances))]);
	}
	return error;
}

/**
 * The blob with the transcripts of a dataset, or of an evaluation made with it.
 * @param {string} id
 */
function utterancesName(id) {
	return `${id}.utterances`;
}

module.exports = { takeContent, utterancesName };
