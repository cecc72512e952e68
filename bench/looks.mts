// Simulates the looks of many stored waits that all begin in the same second, the worst that can happen to an n8n.
// Arguments: number of trainings, seed.

import { createRequire } from 'node:module';
import { randomFrom } from '../playground/randomFrom.mts';

/** Of what is built, which has no types. */
interface PollPlan {
	nextPollDelay: (facts: object, random: number) => number;
}

const require = createRequire(import.meta.url);
const { nextPollDelay } = require('../dist/nodes/shared/waiting/pollPlan.js') as PollPlan;

const [trainings = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const random = randomFrom(seed);

/** From 10 minutes to 7 days, as many short ones as long ones on a logarithmic scale. */
const duration = () => 10 * MINUTE * ((7 * DAY) / (10 * MINUTE)) ** random();

/** Times of the stored looks of one wait, in milliseconds since it began. */
function looksOf(duration: number): number[] {
	const looks: number[] = [];
	let waitedMs = MINUTE;
	while (waitedMs < duration) {
		const leftMs = 8 * DAY - waitedMs;
		const facts = {
			waitedMs,
			leftMs,
			requests: 1,
			retryAfter: 0,
			checkEverySeconds: null,
			stored: true,
		};
		waitedMs += nextPollDelay(facts, random());
		looks.push(waitedMs);
	}
	return looks;
}

const perSecond = new Map<number, number>();
let total = 0;
for (let index = 0; index < trainings; index++) {
	for (const look of looksOf(duration())) {
		const second = Math.floor(look / 1_000);
		perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
		total += 1;
	}
}

/** In seconds. */
const SPANS = [
	{ name: '1 to 3 min', from: 60, to: 180 },
	{ name: '3 to 10 min', from: 180, to: 600 },
	{ name: '10 to 30 min', from: 600, to: 1_800 },
	{ name: '30 min to 2 h', from: 1_800, to: 7_200 },
	{ name: '2 h to 1 day', from: 7_200, to: 86_400 },
	{ name: '1 to 7 days', from: 86_400, to: 7 * 86_400 },
];

console.log(
	`${trainings} trainings started in the same second, ${total} checks in all (seed ${seed})\n`,
);
console.log('after          checks a second: mean  99 of 100    most');
const rows = SPANS.map(({ name, from, to }) => {
	const counts: number[] = [];
	for (let second = from; second < to; second++) counts.push(perSecond.get(second) ?? 0);
	counts.sort((one, other) => one - other);
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	const row = { name, mean, p99: counts[Math.floor(counts.length * 0.99)], most: counts.at(-1) };
	const figures = [row.mean.toFixed(1), row.p99, row.most].map((value) =>
		String(value).padStart(10),
	);
	const bar = '#'.repeat(Math.round(row.mean / 3));
	console.log(`${name.padEnd(22)}${figures.join('  ')}  ${bar}`);
	return row;
});
console.log(JSON.stringify({ bench: 'looks', trainings, seed, total, rows }));
