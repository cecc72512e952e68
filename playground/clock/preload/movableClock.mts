/**
 * Runs in n8n before n8n itself (node --import), for tests that cannot wait for days: n8n's clock goes ahead
 * of the machine's by the milliseconds that the file named in MOVABLE_CLOCK_FILE says, also while it runs.
 */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { shiftDate } from './shiftedDate.mts';
import { forTracker, startWhatIsDue } from './trackerTimers.mts';

/** Node's own, which its types do not tell of: it runs the source of a CommonJS module. */
interface Compiling {
	_compile: (this: unknown, source: string, filename: string, ...rest: unknown[]) => unknown;
}

const READ_EVERY_MS = 50;
const WAIT_TRACKER = path.join('n8n', 'dist', 'wait-tracker.js');

const file = process.env.MOVABLE_CLOCK_FILE ?? fail('MOVABLE_CLOCK_FILE names no file');
let offset = readOffset();
shiftDate(() => offset);
giveTimersTo(WAIT_TRACKER);
Object.assign(globalThis, { timersOfTheTracker: forTracker });
setInterval(followFile, READ_EVERY_MS).unref();

function readOffset() {
	return Number(fs.readFileSync(file, 'utf8'));
}

function followFile() {
	const read = readOffset();
	if (read === offset) return;
	offset = read;
	startWhatIsDue();
}

/** One module sees other timers; every other one keeps Node's. */
function giveTimersTo(ending: string) {
	const head = `'use strict'; const { setInterval, setTimeout, clearTimeout } = globalThis.timersOfTheTracker; `;
	const modules: unknown = Module.prototype;
	if (!canCompile(modules)) fail('This Node.js compiles modules in another way');
	const compile = modules._compile;
	modules._compile = function (source, filename, ...rest) {
		const seen = filename.endsWith(ending) ? head + source : source;
		return compile.call(this, seen, filename, ...rest);
	};
}

function canCompile(modules: unknown): modules is Compiling {
	return typeof modules === 'object' && modules !== null && '_compile' in modules;
}

function fail(sentence: string): never {
	throw new Error(sentence);
}
