// How many requests it takes to see many trainings through their wait, and how many of them come together, beside the
// loop a person draws today. Arguments: trainings, rounds of looks, parallel executions. Takes about half an hour.

import { setTimeout as pause } from 'node:timers/promises';
import { endOnFailure } from '../playground/lib/endOnFailure.mts';
import { waitUntil } from '../playground/lib/waitUntil.mts';
import { openPlayground } from '../playground/n8n.mts';
import { inWords, spread } from './lib/spread.mts';
import { publish, startByHook } from './lib/startByHook.mts';
import { trainings } from './lib/trainings.mts';
import { waysToWait } from './lib/waysToWait.mts';

const [count = 100, rounds = 20, parallel = 20] = process.argv.slice(2).map(Number);
const EVERY_SECONDS = 90;
/** Longer than a pause between two looks may become by its spread. */
const PAST_A_PAUSE_MS = 120_000;
/** Executions that begin together look together most at first. */
const WATCHED_MS = 60_000;
const TIMES = 7;
/** Trainings in each of the executions that begin together: the most that Wait For Training asks for one by one, and more. */
const FEW_AND_MORE = [4, 5];
/** For which the service sets its limit of 100 requests; source: Microsoft Learn, "Speech service quotas and limits". */
const WINDOW_MS = 10_000;
/** When none has come for so long, a round is over, and the limit has forgotten it as it would by the next one. */
const QUIET_MS = WINDOW_MS + 1_000;

const WAYS = { stored: 'Wait For Training', drawn: 'HTTP Request + IF + Wait' };

/** Requests of some rounds, one execution for all trainings. */
async function requestsOfRounds(way) {
	return await inN8n(way, EVERY_SECONDS, { clockMoves: true }, async ({ n8n, control, start }) => {
		await start(await control.begin(count));
		await untilQuiet(control);
		await control.forgetRequests();
		for (let round = 0; round < rounds; round++) {
			const before = (await control.requests()).length;
			await n8n.moveClock(PAST_A_PAUSE_MS);
			await waitUntil(async () => (await control.requests()).length > before, {
				every: 200,
				patience: 120_000,
				otherwise: () => `Nobody looked in round ${round}`,
			});
			await untilQuiet(control);
		}
		return (await control.requests()).length;
	});
}

/** The most requests in any ten seconds, of several executions that begin together with some trainings each. */
async function mostTogether(way, each) {
	return await inN8n(way, null, {}, async ({ control, start }) => {
		const models = await Promise.all(Array.from({ length: parallel }, () => control.begin(each)));
		await Promise.all(models.map(start));
		await pause(WATCHED_MS);
		const moments = (await control.requests()).map(({ at }) => Date.parse(at));
		return mostWithin(moments, WINDOW_MS);
	});
}

async function inN8n(way, seconds, options, measure) {
	const playground = await openPlayground(`bench-requests-${way}`, options);
	try {
		const { n8n, session, emulator } = playground;
		const control = trainings(emulator);
		const workflow = await publish(session, waysToWait(playground, seconds)[way]);
		const start = async (models) => await startByHook(n8n, workflow, models);
		return await measure({ n8n, control, start });
	} finally {
		await playground.close();
	}
}

async function untilQuiet(control) {
	for (let seen = -1; ; await pause(QUIET_MS)) {
		const now = (await control.requests()).length;
		if (now > 0 && now === seen) return;
		seen = now;
	}
}

function mostWithin(moments, span) {
	const sorted = [...moments].sort((one, other) => one - other);
	let most = 0;
	for (let end = 0, begin = 0; end < sorted.length; end++) {
		while (sorted[end] - sorted[begin] >= span) begin += 1;
		most = Math.max(most, end - begin + 1);
	}
	return most;
}

async function main() {
	const figures = {};
	for (const [way, name] of Object.entries(WAYS)) {
		const requests = await requestsOfRounds(way);
		console.log(`${name}: ${requests} requests for ${count} trainings in ${rounds} rounds`);
		const together = {};
		for (const each of FEW_AND_MORE) {
			together[each] = [];
			for (let time = 0; time < TIMES; time++) together[each].push(await mostTogether(way, each));
			const most = inWords(spread(together[each]), 0);
			console.log(`  at most ${most} in 10 s, ${parallel} executions of ${each} trainings each`);
		}
		figures[way] = { requests, together };
	}
	const ratio = figures.drawn.requests / figures.stored.requests;
	console.log(`One ${ratio.toFixed(0)}th of the requests.`);
	console.log(JSON.stringify({ bench: 'requests', count, rounds, parallel, ...figures }));
}

endOnFailure(main());
