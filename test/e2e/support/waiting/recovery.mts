import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { nodeForN8n } from '../../../../playground/n8n/nodeForN8n.mts';

/** Longer than the minute after which n8n looks for executions whose sub-executions are over. */
const SWEEP_MS = 61_000;

/** Runs in n8n's Node.js, which has SQLite built in. */
const CHANGE_STATUS = `
	const [file, status, id] = process.argv.slice(1);
	const { DatabaseSync } = require('node:sqlite');
	const database = new DatabaseSync(file, { timeout: 10_000 });
	const change = database.prepare('UPDATE execution_entity SET status = ? WHERE id = ?');
	if (change.run(status, id).changes !== 1) throw new Error('There is no execution ' + id);
	database.close();
`;

/**
 * Does on purpose what n8n's start-up recovery does in passing: it writes an execution that waits as crashed, and a
 * moment later as waiting again (n8n 2.41.1, execution-recovery.service.js: `recoverFromLogs`, then `runHooks`).
 *
 * @param userFolder where n8n keeps its database
 */
export function recoveryOf({
	userFolder,
	n8n,
}: {
	userFolder: string;
	n8n: { moveClock: (milliseconds: number) => Promise<void> };
}) {
	async function write(executionId: string, status: string): Promise<void> {
		const file = path.join(userFolder, '.n8n', 'database.sqlite');
		const args = ['-e', CHANGE_STATUS, file, status, executionId];
		await promisify(execFile)(nodeForN8n().executable, args);
	}

	return {
		/** Has n8n look for sub-executions that are over while one that waits is written as crashed. */
		async meetsSweep(executionId: string, until: () => Promise<unknown>): Promise<void> {
			await write(executionId, 'crashed');
			await n8n.moveClock(SWEEP_MS);
			await until();
			await write(executionId, 'waiting');
		},
	};
}
