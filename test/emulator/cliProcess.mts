import { spawn } from 'node:child_process';
import path from 'node:path';
import { typescriptArguments } from '../../playground/lib/typescriptArguments.mts';

const CLI = path.resolve(import.meta.dirname, '../../emulator/cli.mts');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running: Set<import('node:child_process').ChildProcess> = new Set();

/**
 * Starts the CLI as a process of its own.
 */
function startCli(args: string[]) {
	const child = spawn(process.execPath, [...typescriptArguments, CLI, ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	child.once('close', () => running.delete(child));
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk) => (output.stdout += chunk));
	child.stderr.on('data', (chunk) => (output.stderr += chunk));
	/** @type {Promise<{ code: number | null, signal: string | null }>} */
	const ended: Promise<{ code: number | null; signal: string | null }> = new Promise((resolve) =>
		child.once('close', (code, signal) => resolve({ code, signal })),
	);
	/** @type {Promise<{ url: string, key: string }>} */
	const ready: Promise<{ url: string; key: string }> = new Promise((resolve, reject) => {
		child.stdout.on('data', () => {
			if (output.stdout.startsWith('{') && output.stdout.includes('\n'))
				resolve(JSON.parse(output.stdout));
		});
		void ended.then(() => reject(new Error(output.stderr)));
	});
	ready.catch(() => undefined);
	return { child, output, ended, ready };
}

/** Ends what a failed test left running; a child would keep jest from ending. */
function stopAll() {
	for (const child of running) child.kill('SIGKILL');
}

export { startCli, stopAll };
