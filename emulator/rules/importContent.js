'use strict';

const { takeContent } = require('../content/takeContent.js');
const { TooLarge } = require('../store/blobs.js');

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const PATIENCE_MS = 10_000;

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').JobError} JobError
 */

/**
 * Starts the import of a dataset. Content is read from loopback only; any other URL is taken as readable, unread.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {string} contentUrl
 */
async function importContent(ctx, record, contentUrl) {
	const { hostname } = new URL(contentUrl);
	const error = LOOPBACK.has(hostname) ? await fetchContent(ctx, record, contentUrl) : undefined;
	startImport(ctx, record, error);
}

/**
 * Plans the job that takes the content in; unless scripted otherwise, it fails when the content cannot be used.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {JobError | undefined} error
 */
function startImport({ service, now }, record, error) {
	const script = service.outcomes.find('datasets', record);
	record.job = service.plan('datasets', record, 'dataset', now);
	if (error && !script?.status && !script?.error) record.job.end = { status: 'Failed', error };
}

/**
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {string} url
 * @returns {Promise<JobError | undefined>} what went wrong
 */
async function fetchContent({ service }, record, url) {
	const failed = (/** @type {string} */ message) => ({ code: 'DataImportFailed', message });
	const most = service.options.limits.bytes[record.fields.kind];
	try {
		const signal = AbortSignal.any([service.closing.signal, AbortSignal.timeout(PATIENCE_MS)]);
		// A redirect could lead away from loopback.
		const answer = await fetch(url, { signal, redirect: 'manual' });
		if (!answer.ok) return failed(`The content URL answered with status ${answer.status}.`);
		const written = await service.blobs.write(record.id, answer.body ?? [], most);
		return await takeContent(service, record, written);
	} catch (error) {
		if (error instanceof TooLarge) return failed(`The content has more than ${most} bytes.`);
		return failed(`The content URL cannot be read: ${/** @type {Error} */ (error).message}.`);
	}
}

module.exports = { importContent, startImport };
