// What it costs n8n to have many executions wait for a training at once, in several ways, one fresh n8n each.
// Arguments: executions, seconds between two looks, rounds of looks to watch, and which ways (stored, inProcess,
// drawn, ended), the stored one among them. Takes about 6 minutes a way; Linux only.

const { setTimeout: pause } = require('node:timers/promises');
const { waitUntil } = require('../playground/lib/waitUntil');
const { openPlayground } = require('../playground/n8n');
const { residentMemoryOf, nodeArguments, processorTimeOf } = require('./lib/processFigures');
const { publish, startByHook } = require('./lib/startByHook');
const { trainings } = require('./lib/trainings');
const { waysToWait } = require('./lib/waysToWait');

const [executions = 100, seconds = 90, rounds = 3] = process.argv.slice(2, 5).map(Number);
const ITEMS = 20;
/** Executions that wait before the first measurement: an n8n grows with its first ones, whatever these do. */
const WARM_UP = 20;
/** Isolates of executions that ran are given back only after a while. */
const SETTLE_MS = 60_000;
/** Time to start an execution on a busy machine. */
const START_MS = 1_500;
const BYTES_PER_MB = 1_048_576;

const WAYS = {
	stored: 'Wait For Training',
	inProcess: '... Wait Where: In Process',
	drawn: 'HTTP Request + IF + Wait',
	ended: 'One HTTP Request, no wait',
};

const ways = process.argv.length > 5 ? process.argv.slice(5) : Object.keys(WAYS);

async function measure(way) {
	const playground = await openPlayground(`bench-${way}`, { nodeArguments });
	try {
		const { n8n, session, emulator } = playground;
		const control = trainings(emulator);
		const workflow = await publish(session, waysToWait(playground, seconds)[way]);
		const start = async (models) => await startByHook(n8n, workflow, models);

		const many = await control.begin(ITEMS);
		await start(many);
		await pause(SETTLE_MS);
		const requestsForItems = (await control.requests()).length;
		await control.remove(many);
		for (let index = 0; index < WARM_UP; index++) await start(await control.begin(1));
		await pause(SETTLE_MS);

		const before = await residentMemoryOf(playground);
		const idle = processorTimeOf(n8n.pid());
		await pause(SETTLE_MS);
		const idleShare = (processorTimeOf(n8n.pid()) - idle) / SETTLE_MS;

		const models = await control.begin(executions);
		await control.forgetRequests();
		for (const model of models) await start([model]);
		await waitUntil(async () => (await control.looksAt(models)).length >= executions, {
			every: 500,
			patience: 120_000 + executions * START_MS,
			otherwise: () => 'Not every execution has looked',
		});
		const begun = Date.now();
		const used = processorTimeOf(n8n.pid());
		await control.forgetRequests();
		await pause(rounds * seconds * 1_000);
		const end = Date.now();
		const looks = await control.looksAt(models);
		const busy = processorTimeOf(n8n.pid()) - used - idleShare * (end - begun);
		const after = await residentMemoryOf(playground);
		return {
			rssMb: (after - before) / executions / BYTES_PER_MB,
			processorMsPerLook: busy / looks.length,
			requestsPerRound: requestsForItems,
			looks: looks.length,
			mostLooksInOneSecond: mostInOneSecond(looks),
			stillWaiting: countLookedAt(looks, end),
		};
	} finally {
		await playground.close();
	}
}

function mostInOneSecond(looks) {
	const counts = new Map();
	for (const { at } of looks) {
		const second = at.slice(0, 19);
		counts.set(second, (counts.get(second) ?? 0) + 1);
	}
	return Math.max(0, ...counts.values());
}

/** How many are looked at within the time in which each is due once. */
function countLookedAt(looks, end) {
	const since = end - 1.25 * seconds * 1_000 - SETTLE_MS;
	return new Set(looks.filter(({ at }) => Date.parse(at) >= since).map(({ path }) => path)).size;
}

const RATIOS = ['rssMb', 'processorMsPerLook', 'requestsPerRound'];
const COLUMNS = [
	['memory, MB', 'rssMb', 2],
	['processor, ms/look', 'processorMsPerLook', 1],
	[`requests, ${ITEMS} items`, 'requestsPerRound', 0],
	['looks', 'looks', 0],
	['most in 1 s', 'mostLooksInOneSecond', 0],
	['still waiting', 'stillWaiting', 0],
];

function printTable(figures) {
	const row = (name, cells) =>
		console.log(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(20)).join('')}`);
	row(
		'',
		COLUMNS.map(([title]) => title),
	);
	for (const [way, of] of Object.entries(figures)) {
		row(
			WAYS[way],
			COLUMNS.map(([, key, digits]) => of[key].toFixed(digits)),
		);
	}
	for (const [way, of] of Object.entries(figures)) {
		if (way === 'stored') continue;
		const ratios = COLUMNS.filter(([, key]) => RATIOS.includes(key)).map(
			([, key]) => of[key] / figures.stored[key],
		);
		row(
			`${WAYS[way]} / ours`,
			ratios.map((ratio) => `${ratio.toFixed(1)} x`),
		);
	}
}

async function main() {
	console.log(
		`${executions} executions wait at once and look every ${seconds} s, ${rounds} rounds. Memory is per waiting execution.\n`,
	);
	const figures = {};
	for (const way of ways) figures[way] = await measure(way);
	printTable(figures);
	console.log(JSON.stringify({ bench: 'waiting', executions, seconds, rounds, ...figures }));
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
