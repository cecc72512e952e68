import path from 'node:path';
import { spawn } from 'node:child_process';
import { endWithUs } from '../../../playground/lib/endWithUs.mts';
import { onLines } from '../../../playground/lib/onLines.mts';
import { playground } from '../../../playground/lib/paths.mts';
import { typescriptArguments } from '../../../playground/lib/typescriptArguments.mts';

/**
 * Runs the demo command as a person would.
 *
 */
function runDemo(...args: string[]) {
	const demo = spawn(process.execPath, [
		...typescriptArguments,
		path.join(playground, 'demo.mts'),
		...args,
	]);
	const ended = new Promise((resolve) => {
		demo.once('close', (code) => resolve(code));
	});
	const release = endWithUs(() => demo.kill('SIGTERM'));
	demo.once('close', release);

	const lines = [];
	const errors = [];
	onLines(demo.stdout, (line) => lines.push(line));
	onLines(demo.stderr, (line) => errors.push(line));

	return {
		ended,
		lines: () => lines.filter((line) => line.trim() !== ''),
		errors: () => errors.join('\n'),
		interrupt: () => demo.kill('SIGINT'),

		/** Waits for a line, and gives what the pattern caught in it. */
		printed: (pattern) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const match = pattern.exec(lines.join('\n'));
					if (match) resolve(match[1]);
				};
				look();
				demo.stdout.on('data', () => setImmediate(look));
				demo.once('close', () => reject(new Error(`The demo ended early:\n${errors.join('\n')}`)));
			}),
	};
}

export { runDemo };
