import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installedModules } from './paths.mts';

const PRELOAD = path.join(import.meta.dirname, 'preload', 'movableClock.mts');

/** Time for every n8n that follows the clock to have read it. */
const READ_MS = 150;

/**
 * A clock for n8n that a test can move forward, so that what waits for days is due at once.
 * Several n8n may follow the same clock, and it keeps its time when they are restarted.
 *
 * @param folder where its time is kept
 */
function movableClock(folder: string) {
	requireKnownTracker();
	const file = path.join(folder, 'clock');
	let offset = 0;
	const tell = () => {
		// In one step, since it is read at any moment.
		fs.writeFileSync(`${file}.new`, String(offset));
		fs.renameSync(`${file}.new`, file);
	};
	tell();

	return {
		/** What an n8n that follows it is started with. */
		nodeArguments: ['--import', PRELOAD],
		env: {
			MOVABLE_CLOCK_FILE: file,
			// A login outlives any move of the clock.
			N8N_USER_MANAGEMENT_JWT_DURATION_HOURS: '100000',
		},
		now: () => Date.now() + offset,

		/** @param {number} milliseconds */
		async move(milliseconds: number) {
			offset += milliseconds;
			tell();
			await pause(READ_MS);
		},
	};
}

/** Fails when an n8n keeps its wait tracker elsewhere: the clock would be moved and nothing would happen. */
function requireKnownTracker() {
	const file = path.join(installedModules, 'n8n', 'dist', 'wait-tracker.js');
	const source = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
	if (!/\bsetInterval\(/.test(source) || !/\bsetTimeout\(/.test(source)) {
		throw new Error(
			`This n8n does not look for waiting executions in ${file} with timers of its own.`,
		);
	}
}

export { movableClock };
