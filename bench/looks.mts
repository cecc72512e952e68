// Simulates the looks of many stored waits that all begin in the same second, the worst that can happen to an n8n.
// Arguments: number of trainings, seed.

import { nextPollDelay } from '../dist/nodes/shared/waiting/pollPlan.js';
import { randomFrom } from '../playground/lib/randomFrom.mts';

const [trainings = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const random = randomFrom(seed);

/** From 10 minutes to 7 days, as many short ones as long ones on a logarithmic scale. */
const duration = () => 10 * MINUTE * ((7 * DAY) / (10 * MINUTE)) ** random();

/** Times of the stored looks of one wait, in milliseconds since it began. */
function looksOf(duration) {
	const looks = [];
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

const perSecond = new Map();
let total = 0;
for (let index = 0; index < trainings; index++) {
	for (const look of looksOf(duration())) {
		const second = Math.floor(look / 1_000);
		perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
		total += 1;
	}
}

const SPANS = [
	['1 to 3 min', 60, 180],
	['3 to 10 min', 180, 600],
	['10 to 30 min', 600, 1_800],
	['30 min to 2 h', 1_800, 7_200],
	['2 h to 1 day', 7_200, 86_400],
	['1 to 7 days', 86_400, 7 * 86_400],
];

console.log(
	`${trainings} trainings begun in the same second, ${total} looks in all (seed ${seed})\n`,
);
console.log('after          looks a second: mean    99 of 100    most');
const rows = SPANS.map(([name, from, to]) => {
	const counts = [];
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
