'use strict';

const { randomUUID } = require('node:crypto');

/**
 * A record with nothing but an id and its date of birth.
 * @param {number} now
 * @param {Partial<import('../types.js').EntityRecord>} [rest]
 * @returns {import('../types.js').EntityRecord}
 */
function newRecord(now, rest = {}) {
	return {
		id: randomUUID(),
		createdAt: now,
		changedAt: now,
		fields: {},
		refs: {},
		properties: {},
		inner: {},
		job: null,
		...rest,
	};
}

module.exports = { newRecord };
