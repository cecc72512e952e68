import path from 'node:path';
import { requireInstalled } from '../../../../playground/lib/requireInstalled.mts';

/** Longer than the minute after which n8n looks for executions whose sub-executions are over. */
const SWEEP_MS = 61_000;

/**
 * Does on purpose what n8n's start-up recovery does in passing: it writes an execution that waits as crashed, and a
 * moment later as waiting again (n8n 2.41.1, execution-recovery.service.js: `recoverFromLogs`, then `runHooks`).
 *
 * @param userFolder where n8n keeps its database
 */
function recoveryOf({
	userFolder,
	n8n,
}: {
	userFolder: string;
	n8n: { moveClock: (milliseconds: number) => Promise<void> };
}) {
	const { Database } = requireInstalled('sqlite3');

	async function write(executionId: string, status: string): Promise<void> {
		const database = new Database(path.join(userFolder, '.n8n', 'database.sqlite'));
		database.configure('busyTimeout', 10_000);
		const change = 'UPDATE execution_entity SET status = ? WHERE id = ?';
		await new Promise<void>((resolve, reject) => {
			database.run(change, [status, executionId], (error: Error | null) =>
				error ? reject(error) : resolve(),
			);
		});
		await new Promise<void>((resolve) => database.close(() => resolve()));
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

export { recoveryOf };
