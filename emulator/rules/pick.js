'use strict';

/**
 * The named fields of a body that are there.
 * @param {Record<string, any>} body
 * @param {string[]} names
 */
function pick(body, names) {
	return Object.fromEntries(
		names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]),
	);
}

module.exports = { pick };
