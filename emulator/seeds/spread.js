'use strict';

const { stableId } = require('../views/stableId.js');

/**
 * A whole number from 0 to below a limit that is always the same for the same text, and looks like chance.
 * @param {string} text
 * @param {number} limit
 */
function spread(text, limit) {
	return Number.parseInt(stableId(text).slice(0, 8), 16) % limit;
}

module.exports = { spread };
