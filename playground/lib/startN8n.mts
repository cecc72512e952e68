import path from 'node:path';
import { freePorts } from './freePorts.mts';
import { n8nSettings } from './n8nSettings.mts';
import { startN8nProcess } from './startN8nProcess.mts';

// Its /healthz answers before its triggers are active; this line comes after.
const READY_LINE = 'Editor is now accessible';

/**
 * Starts n8n on the loopback interface, without a word to the outside.
 *
 * @param userFolder where it keeps everything it stores
 * @param options.clock left out, the machine's
 * @param options.env further settings
 * @param options.nodeArguments further arguments of its Node.js
 */
async function startN8n(
	userFolder: string,
	logFolder: string,
	{
		clock,
		env = {},
		nodeArguments,
	}: {
		clock?: ReturnType<typeof import('./movableClock.mts').movableClock>;
		env?: Record<string, string>;
		nodeArguments?: string[];
	} = {},
) {
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

export { startN8n };
