import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { typescriptArguments } from '../../playground/process/typescriptArguments.mts';
import {
	hostileServer,
	LARGE_ANSWERS,
	LARGE_PAGES,
	sound,
	type HostileAnswer,
} from '../support/hostileServer.mts';

// An engine of its own takes a while to load.
jest.setTimeout(180_000);

const MOST_MEGABYTES = 200;
const MEASURE = path.resolve(import.meta.dirname, '../support/measureMemory.mts');

/** How much a process of its own grows by each of these answers, one after the other. */
async function measure(answers: HostileAnswer[]) {
	const servers = await Promise.all([sound({ values: [] }), ...answers].map(hostileServer));
	const child = spawn(
		process.execPath,
		[...typescriptArguments, MEASURE, ...servers.map(({ url }) => url)],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	let code: number | null = null;
	child.once('exit', (exit) => (code = exit));
	const ended = once(child, 'close');
	const lines = await text(child.stdout);
	await ended;
	await Promise.all(
		servers.map(async ({ close }) => {
			await close();
		}),
	);
	expect(code).toBe(0);
	return lines
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { said: string; megabytes: number });
}

describe('the memory that an answer takes', () => {
	it('is below 200 MB for all answers that have no end, together', async () => {
		const figures = await measure(Object.values(LARGE_ANSWERS));
		expect(figures).toHaveLength(Object.keys(LARGE_ANSWERS).length);
		for (const { said, megabytes } of figures) {
			expect(said).toMatch(/sent a response that cannot be read: it is /);
			expect(megabytes).toBeLessThan(MOST_MEGABYTES);
		}
	});

	it.each(Object.entries(LARGE_PAGES))(
		'is below 200 MB for %s',
		async (_what, { answer, words }) => {
			const [{ said, megabytes }] = await measure([answer]);
			expect(said).toMatch(words);
			expect(megabytes).toBeLessThan(MOST_MEGABYTES);
		},
	);
});
