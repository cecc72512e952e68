'use strict';

const { isoSeconds } = require('../time/quarter.js');
const { apiUrl, selfUrl } = require('./urls.js');

/** The lists a project links to. */
const LISTS = ['evaluations', 'datasets', 'models', 'endpoints', 'transcriptions'];

/**
 * A project as the API shows it: no status, no counts.
 * @param {import('../types.js').EntityRecord} record
 * @param {import('../types.js').ViewContext} ctx
 */
function projectView(record, ctx) {
	return {
		self: selfUrl(ctx, { collection: 'projects', id: record.id }),
		links: Object.fromEntries(
			LISTS.map((name) => [name, apiUrl(ctx, `/projects/${record.id}/${name}`)]),
		),
		...record.fields,
		createdDateTime: isoSeconds(record.createdAt),
	};
}

module.exports = { projectView };
