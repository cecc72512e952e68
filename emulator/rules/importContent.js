'use strict';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const PATIENCE_MS = 10_000;

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/**
 * Starts the import of a dataset. Content is read from loopback only; any other URL is taken as readable, unread.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {string} contentUrl
 */
async function importContent(ctx, record, contentUrl) {
	const { hostname } = new URL(contentUrl);
	const problem = LOOPBACK.has(hostname) ? await fetchContent(ctx, record, contentUrl) : undefined;
	startImport(ctx, record, problem);
}

/**
 * Plans the job that takes the content in; it fails when the content could not be had.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {string | undefined} problem
 */
function startImport(ctx, record, problem) {
	record.job = ctx.service.plan('datasets', record, 'dataset', ctx.now);
	if (problem) {
		record.job.end = { status: 'Failed', error: { code: 'DataImportFailed', message: problem } };
	}
}

/**
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {string} url
 * @returns {Promise<string | undefined>} what went wrong
 */
async function fetchContent(ctx, record, url) {
	try {
		const { closing } = ctx.service;
		const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE_MS)]);
		// A redirect could lead away from loopback.
		const answer = await fetch(url, { signal, redirect: 'manual' });
		if (!answer.ok) return `The content URL answered with status ${answer.status}.`;
		return takeContent(ctx, record, Buffer.from(await answer.arrayBuffer()));
	} catch (error) {
		return `The content URL cannot be read: ${/** @type {Error} */ (error).message}.`;
	}
}

/**
 * Keeps the content of a dataset and counts its lines.
 * @param {ViewContext} ctx
 * @param {EntityRecord} record
 * @param {Buffer} content
 * @returns {string | undefined} what is wrong with it
 */
function takeContent(ctx, record, content) {
	if (content.length === 0) return 'The content is empty.';
	ctx.service.blobs.put(record.id, content);
	record.inner.size = content.length;
	if (!['Acoustic', 'AudioFiles'].includes(record.fields.kind)) {
		const lines = content.toString('utf8').split(/\r?\n/);
		record.inner.lines = lines.filter((line) => line.trim() !== '').length;
	}
	return undefined;
}

module.exports = { importContent, startImport, takeContent };
