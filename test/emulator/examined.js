'use strict';

const { call } = require('./client.js');

/**
 * What becomes of a content when it is put in.
 * @param {import('./client.js').Emulator} emulator
 * @param {string} kind
 * @param {Buffer | string} content
 * @param {string} [locale] one without rules of its own unless told otherwise
 */
async function examined(emulator, kind, content, locale = 'fr-FR') {
	const { id } = emulator.put('datasets', { kind, locale });
	await emulator.putContent(id, content);
	const { status, properties } = /** @type {any} */ (emulator.get('datasets', id));
	return {
		id,
		status,
		lines: [properties.acceptedLineCount, properties.rejectedLineCount],
		milliseconds: properties.durationMilliseconds,
		error: properties.error?.message,
	};
}

/**
 * The report about the content of a dataset, as text.
 * @param {import('./client.js').Emulator} emulator
 * @param {string} id
 */
async function reportOf(emulator, id) {
	const query = { filter: "kind eq 'DatasetReport'" };
	const { body } = await call(emulator, 'GET', `/datasets/${id}/files`, { query });
	return (await fetch(body.values[0].links.contentUrl)).text();
}

/**
 * Why lines were rejected, each as `file or line: reason`.
 * @param {import('./client.js').Emulator} emulator
 * @param {string} id
 * @returns {Promise<string[]>}
 */
async function reasonsOf(emulator, id) {
	const { rejectedLines } = JSON.parse(await reportOf(emulator, id));
	return rejectedLines.map(
		(/** @type {any} */ { name, lineNumber, reason }) => `${name ?? lineNumber}: ${reason}`,
	);
}

module.exports = { examined, reasonsOf, reportOf };
