import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { typescriptArguments } from '../../playground/process/typescriptArguments.mts';
import type { Address } from './client.mts';

const CLI = path.resolve(import.meta.dirname, '../../emulator/cli.mts');

const running = new Set<ChildProcess>();

/** Starts the CLI as a process of its own. */
export function startCli(args: string[]) {
	const child = spawn(process.execPath, [...typescriptArguments, CLI, ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	child.once('close', () => running.delete(child));
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
	const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
		child.once('close', (code, signal) => {
			resolve({ code, signal });
		});
	});
	const ready = new Promise<Address>((resolve, reject) => {
		child.stdout.on('data', () => {
			if (output.stdout.startsWith('{') && output.stdout.includes('\n'))
				resolve(JSON.parse(output.stdout) as Address);
		});
		void ended.then(() => {
			reject(new Error(output.stderr));
		});
	});
	ready.catch(() => undefined);
	return { child, output, ended, ready };
}

/** Ends what a failed test left running; a child would keep jest from ending. */
export function stopAll(): void {
	for (const child of running) child.kill('SIGKILL');
}
