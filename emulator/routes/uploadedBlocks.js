'use strict';

const { createHash } = require('node:crypto');
const { invalidRequest } = require('../http/apiError.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {Record<string, number>} Blocks block id to size, in the order they came
 */

/**
 * @param {EntityRecord} dataset
 * @param {'committed' | 'uncommitted'} which
 * @returns {Blocks}
 */
function blocksOf(dataset, which) {
	dataset.inner[which] ??= {};
	return dataset.inner[which];
}

/**
 * Where a block lies. Its id is not taken as it is: as a file name it can be too long, or differ by case alone.
 * @param {EntityRecord} dataset
 * @param {string} blockid
 */
function blobName(dataset, blockid) {
	const digest = createHash('sha256').update(blockid).digest('hex').slice(0, 32);
	return `${dataset.id}.block.${digest}`;
}

/**
 * Base64 of at most 64 bytes, and of the same length for every block of a dataset.
 * @param {string} blockid
 * @param {Blocks} others
 */
function checkBlockId(blockid, others) {
	const bytes = Buffer.from(blockid, 'base64');
	const [other] = Object.keys(others);
	if (bytes.length > 64 || bytes.toString('base64') !== blockid) {
		throw invalidRequest(
			'InvalidParameter',
			"'blockid' is not Base64 of at most 64 bytes.",
			'blockid',
		);
	}
	if (other !== undefined && other.length !== blockid.length) {
		throw invalidRequest(
			'InvalidParameter',
			"'blockid' differs in length from the others.",
			'blockid',
		);
	}
}

module.exports = { blocksOf, blobName, checkBlockId };
