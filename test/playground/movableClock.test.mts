import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { typescriptArguments } from '../../playground/process/typescriptArguments.mts';

const PRELOAD = path.resolve(
	import.meta.dirname,
	'../../playground/clock/preload/movableClock.mts',
);
const HOUR = 3_600_000;

describe('A process that follows a movable clock', () => {
	let folder;
	let clock;

	beforeEach(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'movable-clock-'));
		clock = path.join(folder, 'clock');
		fs.writeFileSync(clock, String(HOUR));
	});

	afterEach(() => fs.rmSync(folder, { recursive: true }));

	const env = () => ({ ...process.env, MOVABLE_CLOCK_FILE: clock });
	const inItsTime = (expression) => {
		const script = `console.log(JSON.stringify(${expression}))`;
		const args = [...typescriptArguments, '--import', PRELOAD, '-e', script];
		return JSON.parse(execFileSync(process.execPath, args, { env: env(), encoding: 'utf8' }));
	};
	const isAnHourAhead = (time) => Math.abs(time - Date.now() - HOUR) < 30_000;

	test.each(['Date.now()', 'new Date().getTime()', '+new (class extends Date {})()'])(
		'has its time from %s',
		(expression) => expect(isAnHourAhead(inItsTime(expression))).toBe(true),
	);

	test('has its time from Date() as text', () => {
		expect(isAnHourAhead(Date.parse(inItsTime('Date()')))).toBe(true);
	});

	test.each([
		'new Date(5).getTime() === 5',
		'new Date(2026, 0, 2).getDate() === 2',
		'new Date() instanceof Date',
		'structuredClone(new Date()) instanceof Date',
		'new (class Day extends Date {})(7) instanceof Date',
		'new (class Day extends Date { seven() { return 7 } })(1).seven() === 7',
		'new Date().constructor === Date',
		"Object.prototype.toString.call(new Date()) === '[object Date]'",
		'Date.UTC(1970, 0, 1) === 0 && Date.parse("1970-01-01") === 0',
	])('keeps what Date is: %s', (fact) => expect(inItsTime(fact)).toBe(true));

	/** Runs a stand-in of n8n's wait tracker and gives the lines it prints, one by one. */
	function trackerThat(does) {
		const file = path.join(folder, 'n8n', 'dist', 'wait-tracker.js');
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, does);
		const args = [
			...typescriptArguments,
			'--import',
			PRELOAD,
			'-e',
			`require(${JSON.stringify(file)})`,
		];
		const child = spawn(process.execPath, args, { env: env() });
		const printed = () =>
			new Promise((resolve) => child.stdout.once('data', (data) => resolve(`${data}`)));
		return { printed, end: () => child.kill('SIGKILL') };
	}

	test('has the wait tracker look many times a second', async () => {
		const tracker = trackerThat("setInterval(() => console.log('look'), 60_000)");
		expect(await tracker.printed()).toBe('look\n');
		expect(await tracker.printed()).toBe('look\n');
		tracker.end();
	});

	test('has the wait tracker start what a move of the clock makes due, once, and nothing it has taken back', async () => {
		const tracker = trackerThat(`
			setTimeout(() => console.log('early'), 1_000_000);
			clearTimeout(setTimeout(() => console.log('taken back'), 1_000_000));
			setTimeout(() => console.log('late'), 3 * ${HOUR});
			console.log('ready');
			setInterval(() => {}, 60_000);
		`);
		expect(await tracker.printed()).toBe('ready\n');
		fs.writeFileSync(`${clock}.new`, String(2 * HOUR));
		fs.renameSync(`${clock}.new`, clock);
		expect(await tracker.printed()).toBe('early\n');
		fs.writeFileSync(`${clock}.new`, String(5 * HOUR));
		fs.renameSync(`${clock}.new`, clock);
		expect(await tracker.printed()).toBe('late\n');
		tracker.end();
	});
});
