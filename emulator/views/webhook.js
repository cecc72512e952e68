'use strict';

const { overlay, progress } = require('./entityParts.js');
const { apiUrl, selfUrl } = require('./urls.js');

/**
 * A web hook as the API shows it, its secret in clear as the official examples do.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function webhookView(record, ctx) {
	return {
		self: selfUrl(ctx, { collection: 'webhooks', id: record.id }),
		links: {
			ping: apiUrl(ctx, `/webhooks/${record.id}:ping`),
			test: apiUrl(ctx, `/webhooks/${record.id}:test`),
		},
		properties: overlay({ apiVersion: record.inner.apiVersion ?? ctx.version }, record, ctx),
		...record.fields,
		...progress(record, ctx),
	};
}

module.exports = { webhookView };
