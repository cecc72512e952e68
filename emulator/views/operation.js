'use strict';

const { statusOf } = require('../time/job.js');
const { progress } = require('./entityParts.js');
const { selfUrl } = require('./urls.js');

/**
 * A copy operation as the API shows it; once it succeeded it links to the new model.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function operationView(record, ctx) {
	const status = statusOf(record, ctx.now);
	return {
		id: record.id,
		self: selfUrl(ctx, { collection: 'operations', id: record.id }),
		...progress(record, ctx),
		...(status === 'Succeeded'
			? { result: { link: selfUrl(ctx, { collection: 'models', id: record.inner.copyId }) } }
			: {}),
		...(status === 'Failed' ? { error: record.job?.end.error } : {}),
	};
}

module.exports = { operationView };
