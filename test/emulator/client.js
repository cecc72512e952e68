'use strict';

const { startEmulator } = require('../../emulator/server.js');

/** @typedef {Awaited<ReturnType<typeof startEmulator>>} Emulator */

/**
 * One request to the API of an emulator, with its key unless told otherwise.
 * @param {Emulator} emulator
 * @param {string} method
 * @param {string} path
 * @param {{ body?: any, query?: Record<string, any>, headers?: Record<string, string>, key?: string | null, version?: string | null }} [more]
 */
async function call(emulator, method, path, more = {}) {
	const { body, query = {}, headers = {}, key = emulator.key, version = '2025-10-15' } = more;
	const all = new URLSearchParams({ ...(version ? { 'api-version': version } : {}), ...query });
	const answer = await fetch(`${emulator.url}/speechtotext${path}?${all}`, {
		method,
		headers: {
			...(key ? { 'Ocp-Apim-Subscription-Key': key } : {}),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		body:
			body === undefined || typeof body === 'string' || body instanceof Uint8Array
				? /** @type {any} */ (body)
				: JSON.stringify(body),
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
}

/** @param {string} text */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** @param {{ self: string }} entity */
const ref = ({ self }) => ({ self });

/**
 * What went wrong, as `status code/inner`.
 * @param {{ status: number, body: any }} answer
 */
function refusal({ status, body }) {
	return [status, body?.code, body?.innerError?.code]
		.filter((part) => part !== undefined)
		.join(' ');
}

/** @param {() => boolean} holds */
async function waitFor(holds) {
	const end = Date.now() + 5000;
	while (!holds()) {
		if (Date.now() > end) throw new Error('Waited in vain');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

module.exports = { call, ref, refusal, startEmulator, waitFor };
