const path = require('node:path');
const { root } = require('./paths');
const { startProcess } = require('./startProcess');

/**
 * Starts the Custom Speech emulator, as `npm run emulator` does.
 *
 * @param {string} folder where it keeps what is uploaded, and which is removed after it: it is ended without a warning
 * @param {string} logFolder
 * @param {{ seed?: string, speed?: number }} [options]
 *   `speed` is how many of its seconds pass in one of ours
 * @returns {Promise<{ url: string, key: string, stop: () => Promise<void> }>}
 */
async function startEmulator(folder, logFolder, { seed = 'demo', speed = 1 } = {}) {
	const cli = path.join(root, 'emulator', 'cli.js');
	const args = [cli, '--port', '0', '--seed', seed, '--speed', String(speed)];
	const started = await startProcess('The emulator', process.execPath, args, {
		cwd: root,
		env: { ...process.env, TMPDIR: folder },
		log: path.join(logFolder, 'emulator.log'),
		isReady: (line) => line.startsWith('{') && 'url' in JSON.parse(line),
		patience: 30_000,
	});
	const { url, key } = JSON.parse(started.readyLine);
	return { url, key, stop: started.stop };
}

module.exports = { startEmulator };
