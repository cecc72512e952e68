const path = require('node:path');
const { installedModules } = require('./paths');

/**
 * Loads a module that the set-up put beside n8n, such as the browser driver.
 *
 * @param {string} name
 */
function requireInstalled(name) {
	return require(path.join(installedModules, name));
}

module.exports = { requireInstalled };
