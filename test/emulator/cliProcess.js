'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');

const CLI = path.resolve(__dirname, '../../emulator/cli.js');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Starts the CLI as a process of its own.
 * @param {string[]} args
 */
function startCli(args) {
	const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	running.add(child);
	child.once('close', () => running.delete(child));
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk) => (output.stdout += chunk));
	child.stderr.on('data', (chunk) => (output.stderr += chunk));
	/** @type {Promise<{ code: number | null, signal: string | null }>} */
	const ended = new Promise((resolve) =>
		child.once('close', (code, signal) => resolve({ code, signal })),
	);
	/** @type {Promise<{ url: string, key: string }>} */
	const ready = new Promise((resolve, reject) => {
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

module.exports = { startCli, stopAll };
