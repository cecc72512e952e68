// How long Check Expiration takes over a large resource, beside a bare loop over the same pages and beside the
// workflow a person draws today, in the same n8n. Arguments: rounds, latency of the service in milliseconds.

import { setTimeout as pause } from 'node:timers/promises';
import { endOnFailure } from '../playground/lib/endOnFailure.mts';
import { emulatorControl } from '../playground/lib/emulatorControl.mts';
import { executionTimes } from '../playground/lib/executionTimes.mts';
import { followExecution } from '../playground/lib/followExecution.mts';
import { workflowInARow } from '../playground/lib/workflowInARow.mts';
import { openPlayground } from '../playground/n8n.mts';
import { checkByHand } from './lib/checkByHand.mts';
import { inTurn } from './lib/inTurn.mts';
import { fillResource, COUNTS } from './lib/fillResource.mts';
import { hookThatWaits } from './lib/hookThatWaits.mts';
import { inWords, spread } from './lib/spread.mts';
import { publish, startByHook } from './lib/startByHook.mts';

const [rounds = 7, delayMs = 20] = process.argv.slice(2).map(Number);
const REST_MS = 3_000;
const LISTS = ['/models', '/endpoints', '/models/base'];

async function measure() {
	const playground = await openPlayground('bench-check', { report: console.log });
	try {
		const { session, emulator, credential } = playground;
		const control = emulatorControl(emulator);
		await fillResource(control);
		await control.post('/faults', { kind: 'slow', delayMs, times: 1e6 });
		const ours = await publish(session, checkWorkflow(credential));
		const drawn = await publish(session, checkByHand(emulator));
		const found = {};
		const took = await inTurn(rounds, {
			'bare loop': async () => await rested(async () => await bareLoop(emulator)),
			'Check Expiration': async () => await rested(async () => await run(playground, ours, found)),
			'drawn by hand': async () => await rested(async () => await run(playground, drawn, found)),
		});
		requireSame(found[ours.id], found[drawn.id]);
		tell(took);
	} finally {
		await playground.close();
	}
}

/** Without a rest the rounds together would pass the service's limit of 100 requests in 10 seconds. */
async function rested(measured) {
	await pause(REST_MS);
	return await measured();
}

/** Reads the pages of all lists one after the other, and nothing else. */
async function bareLoop({ url, key }) {
	const begun = performance.now();
	for (const list of LISTS) {
		let next = `${url}/speechtotext${list}?api-version=2025-10-15&top=100`;
		while (next) {
			const response = await fetch(next, { headers: { 'Ocp-Apim-Subscription-Key': key } });
			if (!response.ok) throw new Error(`${next}: ${response.status}`);
			next = (await response.json())['@nextLink'];
		}
	}
	return performance.now() - begun;
}

/** From the begin of the first node after the trigger to the end of the last. */
async function run({ session, n8n }, workflow, found) {
	await startByHook(n8n, workflow, []);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	const { results } = await session.get(`/rest/executions?filter=${filter}`);
	const [{ id }] = results;
	const { status, error, outputs } = await followExecution(session, id);
	if (status !== 'success') throw new Error(`'${workflow.name}' ended as ${status}. ${error}`);
	const { Hook: _trigger, ...nodes } = await executionTimes(session, id);
	found[workflow.id] = Object.values(outputs).at(-1)[0].length;
	const times = Object.values(nodes);
	return (
		Math.max(...times.map(({ ended }) => ended)) - Math.min(...times.map(({ begun }) => begun))
	);
}

function checkWorkflow(credential) {
	const check = { name: 'Check Expiration', type: 'checkExpiration', parameters: {} };
	return workflowInARow('check', [check], {
		credential,
		trigger: hookThatWaits('check'),
	});
}

/** Both must have found the same number of models that expire soon, or one is fast by doing less. */
function requireSame(ours, drawn) {
	if (ours === drawn && ours > 0) return;
	throw new Error(`Check Expiration found ${ours} models, the workflow drawn by hand ${drawn}`);
}

function tell(took) {
	const { models, endpoints, baseModels } = COUNTS;
	console.log(
		`${models} models, ${endpoints} endpoints, ${baseModels} base models, ${delayMs} ms latency, ${rounds} rounds\n`,
	);
	const ours = took['Check Expiration'];
	for (const [name, times] of Object.entries(took)) {
		const ratio = spread(times.map((time, round) => time / ours[round]));
		console.log(
			`${name.padEnd(18)}${inWords(spread(times), 0)} ms, ${inWords(ratio, 2)} x Check Expiration`,
		);
	}
	console.log(JSON.stringify({ bench: 'check', ...COUNTS, delayMs, rounds, milliseconds: took }));
}

endOnFailure(measure());
