'use strict';

/**
 * @typedef {object} LoggedRequest
 * @property {string} at by the emulator's clock
 * @property {'api' | 'content' | 'oauth'} area
 * @property {string} method
 * @property {string} path without `/speechtotext` for the API
 * @property {Record<string, any>} query
 * @property {boolean} authorized whether it came with a valid key or token
 * @property {'key' | 'token' | 'none'} credentials which kind was presented; never the secret itself
 * @property {string | undefined} contentType
 * @property {any} body
 * @property {number | null} status null: no answer left the emulator
 * @property {string} [fault]
 */

const MOST = 10_000;

/** What was asked of the emulator, oldest first. */
class RequestLog {
	constructor() {
		/** @type {LoggedRequest[]} */
		this.entries = [];
	}

	/** @param {LoggedRequest} entry */
	add(entry) {
		this.entries.push(entry);
		if (this.entries.length > MOST) this.entries.shift();
		return entry;
	}

	/** @param {LoggedRequest['area'] | 'all'} [area] */
	list(area = 'api') {
		return structuredClone(this.entries.filter((entry) => area === 'all' || entry.area === area));
	}

	/** Forgets all. */
	clear() {
		this.entries = [];
	}
}

module.exports = { RequestLog };
