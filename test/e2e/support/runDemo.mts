import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { playground } from '../../../playground/paths.mts';
import { endWithUs } from '../../../playground/process/endWithUs.mts';
import { onLines } from '../../../playground/process/onLines.mts';
import { typescriptArguments } from '../../../playground/process/typescriptArguments.mts';

export interface RunningDemo {
	/** Its exit code, once it is over. */
	ended: Promise<number | null>;
	lines: () => string[];
	errors: () => string;
	/** What Ctrl-C does. */
	interrupt: () => void;
	/** Waits for a line, and gives what the pattern caught in it. */
	printed: (pattern: RegExp) => Promise<string>;
}

/** Runs the demo command as a person would. */
export function runDemo(...args: string[]): RunningDemo {
	const file = path.join(playground, 'demo.mts');
	const demo = spawn(process.execPath, [...typescriptArguments, file, ...args]);
	const ended = once(demo, 'close').then(() => demo.exitCode);
	const release = endWithUs(() => {
		demo.kill('SIGTERM');
	});
	demo.once('close', release);

	const lines: string[] = [];
	const errors: string[] = [];
	onLines(demo.stdout, (line) => {
		lines.push(line);
	});
	onLines(demo.stderr, (line) => {
		errors.push(line);
	});

	return {
		ended,
		lines: () => lines.filter((line) => line.trim() !== ''),
		errors: () => errors.join('\n'),
		interrupt: () => {
			demo.kill('SIGINT');
		},
		printed: (pattern) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const match = pattern.exec(lines.join('\n'));
					if (match) resolve(match[1]);
				};
				look();
				demo.stdout.on('data', () => {
					setImmediate(look);
				});
				demo.once('close', () => {
					reject(new Error(`The demo ended early:\n${errors.join('\n')}`));
				});
			}),
	};
}
