import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../playground/lib/waitUntil.mts';
import { openPlayground } from '../../playground/n8n.mts';
import { collectedMemoryOf, nodeArguments, processorTimeOf } from './processFigures.mts';
import { publish, startByHook } from './startByHook.mts';
import { trainings } from './trainings.mts';
import { waysToWait } from './waysToWait.mts';

const ITEMS = 20;
/** Executions that wait before the first measurement: an n8n grows with its first ones, whatever these do. */
const WARM_UP = 200;
const ROUNDS = 7;
const SETTLE_MS = 15_000;
const IDLE_MS = 60_000;
/** Time to start an execution on a busy machine. */
const START_MS = 1_500;
const BYTES_PER_MB = 1_048_576;
/** A pause between two looks may be longer by a quarter, and n8n may take a minute more to wake it. */
const LONGEST = 1.25;
const WAKE_MS = 60_000;

/**
 * Has executions wait in a fresh n8n, round by round, and measures what each round adds; then watches each look once.
 *
 * @param way one of `waysToWait`
 * @param options seconds between two looks: long enough that none comes
 *   while executions are started
 */
async function measureWaits(
	way: string,
	{ executions, seconds }: { executions: number; seconds: number },
) {
	const playground = await openPlayground(`bench-${way}`, { nodeArguments });
	try {
		const { n8n, session, emulator } = playground;
		const control = trainings(emulator);
		const workflow = await publish(session, waysToWait(playground, seconds)[way]);
		const start = async (models) => await startByHook(n8n, workflow, models);

		/** Starts executions, one for each model, and waits until each has looked. */
		async function startWaiting(count) {
			const models = await control.begin(count);
			await control.forgetRequests();
			for (const model of models) await start([model]);
			await waitUntil(async () => (await control.looksAt(models)).length >= count, {
				every: 500,
				patience: 120_000 + count * START_MS,
				otherwise: () => 'Not every execution has looked',
			});
			await pause(SETTLE_MS);
			return models;
		}

		const many = await control.begin(ITEMS);
		await start(many);
		await pause(SETTLE_MS);
		const requestsForItems = (await control.requests()).length;
		await control.remove(many);
		const idle = await processorTimeIn(n8n, IDLE_MS);

		const models = await startWaiting(WARM_UP);
		const memory = [await collectedMemoryOf(playground)];
		const each = Math.round(executions / ROUNDS);
		for (let round = 0; round < ROUNDS; round++) {
			models.push(...(await startWaiting(each)));
			memory.push(await collectedMemoryOf(playground));
		}

		await control.forgetRequests();
		const watchedMs = LONGEST * seconds * 1_000 + WAKE_MS;
		const busy = await processorTimeIn(n8n, watchedMs);
		const looks = await control.looksAt(models);
		const { rss } = await collectedMemoryOf(playground);
		return {
			residentMb: perExecution(
				memory.map((one) => one.rss),
				each,
			),
			heapMb: perExecution(
				memory.map((one) => one.heapUsed),
				each,
			),
			residentAfterLooksMb: (rss - memory[0].rss) / (ROUNDS * each) / BYTES_PER_MB,
			processorMsPerLook: (busy - (idle * watchedMs) / IDLE_MS) / looks.length,
			requestsForItems,
			looks: looks.length,
			mostLooksInOneSecond: mostInOneSecond(looks),
			lookedAt: new Set(looks.map(({ path }) => path)).size,
		};
	} finally {
		await playground.close();
	}
}

async function processorTimeIn(n8n, milliseconds) {
	const before = processorTimeOf(n8n.pid());
	await pause(milliseconds);
	return processorTimeOf(n8n.pid()) - before;
}

/** What each execution of a round added, in MB. */
function perExecution(bytes, each) {
	return bytes.slice(1).map((after, round) => (after - bytes[round]) / each / BYTES_PER_MB);
}

function mostInOneSecond(looks) {
	const counts = new Map();
	for (const { at } of looks) {
		const second = at.slice(0, 19);
		counts.set(second, (counts.get(second) ?? 0) + 1);
	}
	return Math.max(0, ...counts.values());
}

export { measureWaits };
