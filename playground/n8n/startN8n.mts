import path from 'node:path';
import type { Clock } from '../clock/movableClock.mts';
import { freePort } from '../process/freePort.mts';
import { n8nSettings } from './n8nSettings.mts';
import { startN8nProcess, type N8nProcess } from './startN8nProcess.mts';

// Its /healthz answers before its triggers are active; this line comes after.
const READY_LINE = 'Editor is now accessible';

/** An n8n that can be reached. */
export interface RunningN8n extends N8nProcess {
	url: string;
	/** Its time, in milliseconds since the epoch. */
	now: () => number;
	/** Moves its clock forward by milliseconds; fails when it follows the machine's. */
	moveClock: (milliseconds: number) => Promise<void>;
}

/**
 * Starts n8n on the loopback interface, without a word to the outside.
 *
 * @param userFolder where it keeps everything it stores
 * @param options.clock left out, the machine's
 * @param options.env further settings
 * @param options.nodeArguments further arguments of its Node.js
 */
export async function startN8n(
	userFolder: string,
	logFolder: string,
	{
		clock,
		env = {},
		nodeArguments,
	}: { clock?: Clock; env?: Record<string, string>; nodeArguments?: string[] } = {},
): Promise<RunningN8n> {
	const port = await freePort();
	const brokerPort = await freePort();
	const n8n = await startN8nProcess('n8n', 'start', {
		userFolder,
		log: path.join(logFolder, 'n8n.log'),
		env: { ...n8nSettings({ userFolder, port, brokerPort }), ...env },
		readyLine: READY_LINE,
		clock,
		nodeArguments,
	});
	const url = `http://127.0.0.1:${port}`;
	return { ...n8n, url, now: clock?.now ?? Date.now, moveClock: clock?.move ?? refuseToMove };
}

function refuseToMove(): Promise<void> {
	return Promise.reject(new Error("This n8n follows the machine's clock; open it with clockMoves"));
}
