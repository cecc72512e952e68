import { setTimeout as pause } from 'node:timers/promises';
import type { SeenRequest } from '../../playground/emulator/emulatorControl.mts';
import { openPlayground, type Playground } from '../../playground/openPlayground.mts';
import { waitUntil } from '../../playground/process/waitUntil.mts';
import { collectedMemoryOf, nodeArguments, processorTimeOf } from './processFigures.mts';
import { publish, startByHook } from './startByHook.mts';
import { trainings, type Trainings } from './trainings.mts';
import { waysToWait, type Way } from './waysToWait.mts';

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

/** How many executions, and how long between two looks: long enough that none comes while executions are started. */
export interface WaitsToMeasure {
	executions: number;
	seconds: number;
}

/** What it costs to have executions wait; memory and processor time are per execution and per look. */
export interface WaitFigures {
	/** Round by round. */
	residentMb: number[];
	/** Round by round. */
	heapMb: number[];
	residentAfterLooksMb: number;
	processorMsPerLook: number;
	requestsForItems: number;
	looks: number;
	mostLooksInOneSecond: number;
	/** Of how many executions a look was seen. */
	lookedAt: number;
}

/** Starts one execution for some models. */
type Start = (models: string[]) => Promise<void>;

/** Has executions wait in a fresh n8n, round by round, and measures what each round adds; then watches each look once. */
export async function measureWaits(
	way: Way,
	{ executions, seconds }: WaitsToMeasure,
): Promise<WaitFigures> {
	const playground = await openPlayground(`bench-${way}`, { nodeArguments });
	try {
		const { n8n, session, emulator } = playground;
		const control = trainings(emulator);
		const workflow = await publish(session, waysToWait(playground, seconds)[way]);
		const start: Start = async (models) => {
			await startByHook(n8n, workflow, models);
		};

		const requestsForItems = await requestsOfOne(control, start);
		const idle = await processorTimeIn(n8n, IDLE_MS);
		const each = Math.round(executions / ROUNDS);
		const { models, memory } = await fill(playground, control, start, each);

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

/** How many requests one execution makes at once for all its items. */
async function requestsOfOne(control: Trainings, start: Start): Promise<number> {
	const many = await control.begin(ITEMS);
	await start(many);
	await pause(SETTLE_MS);
	const requests = (await control.requests()).length;
	await control.remove(many);
	return requests;
}

/** Lets executions wait, and tells the memory before the first measured round and after each. */
async function fill(playground: Playground, control: Trainings, start: Start, each: number) {
	const models = await startWaiting(control, start, WARM_UP);
	const memory = [await collectedMemoryOf(playground)];
	for (let round = 0; round < ROUNDS; round++) {
		models.push(...(await startWaiting(control, start, each)));
		memory.push(await collectedMemoryOf(playground));
	}
	return { models, memory };
}

/** Starts executions, one for each model, and waits until each has looked. */
async function startWaiting(control: Trainings, start: Start, count: number): Promise<string[]> {
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

async function processorTimeIn(n8n: { pid: () => number }, milliseconds: number): Promise<number> {
	const before = processorTimeOf(n8n.pid());
	await pause(milliseconds);
	return processorTimeOf(n8n.pid()) - before;
}

/** What each execution of a round added, in MB. */
function perExecution(bytes: number[], each: number): number[] {
	return bytes.slice(1).map((after, round) => (after - bytes[round]) / each / BYTES_PER_MB);
}

function mostInOneSecond(looks: SeenRequest[]): number {
	const counts = new Map<string, number>();
	for (const { at } of looks) {
		const second = at.slice(0, 19);
		counts.set(second, (counts.get(second) ?? 0) + 1);
	}
	return Math.max(0, ...counts.values());
}
