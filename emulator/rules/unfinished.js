'use strict';

const { conflict } = require('../http/apiError.js');
const { statusOf } = require('../time/job.js');

/** Web hooks and projects have no work that could be under way. */
const WORK = new Set(['datasets', 'models', 'endpoints', 'evaluations']);

/**
 * Refuses to remove what is at work: only what has come to an end can be deleted, and nothing can be cancelled.
 * @param {import('../types.js').ViewContext} ctx
 * @param {import('../types.js').Collection} collection
 * @param {import('../types.js').EntityRecord} record
 */
function refuseUnfinished({ service, now }, collection, record) {
	const status = statusOf(record, now);
	if (!WORK.has(collection) || !['NotStarted', 'Running'].includes(status)) return;
	const waits = record.job === null;
	if (waits && service.quirks.deleteUnuploaded === 'taken') return;
	const message = `The entity cannot be deleted while its status is ${status}.`;
	throw conflict('DeleteNotAllowed', message, service.quirks.unfinishedStatus);
}

module.exports = { refuseUnfinished };
