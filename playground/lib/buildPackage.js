const path = require('node:path');
const { root } = require('./paths');
const { runCommand } = require('./runCommand');

/**
 * Builds this package.
 *
 * @param {string} logFolder
 */
async function buildPackage(logFolder) {
	const log = path.join(logFolder, 'build.log');
	// Without CI, its spinner would fill the log.
	const env = { ...process.env, CI: 'true' };
	await runCommand('Building the package', 'npm', ['run', 'build'], { cwd: root, log, env });
}

module.exports = { buildPackage };
