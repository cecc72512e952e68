import { setTimeout as sleep } from 'node:timers/promises';
import './engineEnvironment.mts';
import type { Job } from './twoProcesses.mts';

// Another n8n than that of the tests.
process.env.N8N_ENCRYPTION_KEY = `key of ${process.pid}`;

const { runNode } = await import('./engine.ts');
const { nodeIn } = await import('./registeredTypes.mts');

process.on('message', (job: Job) => void run(job));
process.send?.('ready');

/** Runs a node once the moment has come, and tells what came of it. */
async function run({ number, at, source, test }: Job): Promise<void> {
	await sleep(Math.max(0, at - Date.now()));
	const { error, outputs, hints } = await runNode({ ...test, node: nodeIn(source) });
	process.send?.({
		number,
		error: error && `${error.message} ${'description' in error ? String(error.description) : ''}`,
		json: outputs[0]?.[0]?.json,
		hints: hints.map(({ message }) => message),
	});
}
