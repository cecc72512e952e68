/**
 * Runs in n8n before n8n itself (node --require), for tests that cannot wait for days: n8n's clock goes ahead
 * of the machine's by the milliseconds that the file named in MOVABLE_CLOCK_FILE says, also while it runs.
 */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { shiftDate } from './shiftedDate.mts';
import { forTracker, startWhatIsDue } from './trackerTimers.mts';

const READ_EVERY_MS = 50;
const WAIT_TRACKER = path.join('n8n', 'dist', 'wait-tracker.js');

const file = process.env.MOVABLE_CLOCK_FILE;
let offset = readOffset();
shiftDate(() => offset);
giveTimersTo(WAIT_TRACKER);
Object.assign(globalThis, { timersOfTheTracker: forTracker });
setInterval(followFile, READ_EVERY_MS).unref();

function readOffset() {
	return Number(fs.readFileSync(file, 'utf8'));
}

function followFile() {
	const told = readOffset();
	if (told === offset) return;
	offset = told;
	startWhatIsDue();
}

/** One module sees other timers; every other one keeps Node's. */
function giveTimersTo(ending) {
	const head = `'use strict'; const { setInterval, setTimeout, clearTimeout } = globalThis.timersOfTheTracker; `;
	const compile = Module.prototype._compile;
	Module.prototype._compile = function (source, filename, ...rest) {
		const seen = filename.endsWith(ending) ? head + source : source;
		return compile.call(this, seen, filename, ...rest);
	};
}
