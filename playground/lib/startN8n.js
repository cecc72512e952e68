const path = require('node:path');
const { freePorts } = require('./freePorts');
const { n8nSettings } = require('./n8nSettings');
const { startN8nProcess } = require('./startN8nProcess');

// Its /healthz answers before its triggers are active; this line comes after.
const READY_LINE = 'Editor is now accessible';

/**
 * Starts n8n on the loopback interface, without a word to the outside.
 *
 * @param {string} userFolder where it keeps everything it stores
 * @param {string} logFolder
 * @param {object} [options]
 * @param {ReturnType<typeof import('./movableClock').movableClock>} [options.clock] left out, the machine's
 * @param {Record<string, string>} [options.env] further settings
 * @param {string[]} [options.nodeArguments] further arguments of its Node.js
 */
async function startN8n(userFolder, logFolder, { clock, env = {}, nodeArguments } = {}) {
	const [port, brokerPort] = await freePorts(2);
	const n8n = await startN8nProcess('n8n', 'start', {
		userFolder,
		log: path.join(logFolder, 'n8n.log'),
		env: { ...n8nSettings({ userFolder, port, brokerPort }), ...env },
		readyLine: READY_LINE,
		clock,
		nodeArguments,
	});
	const url = `http://127.0.0.1:${port}`;
	return { ...n8n, url, now: clock?.now ?? Date.now, moveClock: clock?.move };
}

module.exports = { startN8n };
