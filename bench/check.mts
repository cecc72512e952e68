// How long Check Expiration takes over a large resource, beside a bare loop over the same pages and beside the
// workflow a person draws today, in the same n8n. Arguments: rounds, latency of the service in milliseconds.

import { setTimeout as pause } from 'node:timers/promises';
import { endOnFailure } from '../playground/process/endOnFailure.mts';
import { emulatorControl, type EmulatorAccess } from '../playground/emulator/emulatorControl.mts';
import { object, optional, text } from '../playground/json.mts';
import type { StoredCredential } from '../playground/n8n/credential.mts';
import { executionTimes } from '../playground/workflows/executionTimes.mts';
import { followExecution } from '../playground/workflows/followExecution.mts';
import type {
	WorkflowDraft,
	WorkflowNode,
	WorkflowReference,
} from '../playground/workflows/workflow.mts';
import { workflowInARow } from '../playground/workflows/workflowInARow.mts';
import { openPlayground, type Playground } from '../playground/openPlayground.mts';
import { checkByHand } from './lib/checkByHand.mts';
import { listExecutions } from '../playground/workflows/execution.mts';
import { reportOnTerminal } from '../playground/process/report.mts';
import { inTurn } from './lib/inTurn.mts';
import { fillResource, COUNTS } from './lib/fillResource.mts';
import { hookThatWaits } from './lib/hookThatWaits.mts';
import { inWords, spread } from './lib/spread.mts';
import { publish, startByHook } from './lib/startByHook.mts';

const [rounds = 7, delayMs = 20] = process.argv.slice(2).map(Number);
const REST_MS = 3_000;
const LISTS = ['/models', '/endpoints', '/models/base'];

const WAYS = ['bare loop', 'Check Expiration', 'drawn by hand'] as const;

const page = object<{ '@nextLink'?: string }>({ '@nextLink': optional(text) });

async function measure() {
	const playground = await openPlayground('bench-check', { report: reportOnTerminal });
	try {
		const { session, emulator, credential } = playground;
		const control = emulatorControl(emulator);
		await fillResource(control);
		await control.fault({ kind: 'slow', delayMs, times: 1e6 });
		const ours = await publish(session, checkWorkflow(credential));
		const drawn = await publish(session, checkByHand(emulator));
		const found = new Map<string, number>();
		const took = await inTurn(rounds, {
			'bare loop': async () => await rested(async () => await bareLoop(emulator)),
			'Check Expiration': async () => await rested(async () => await run(playground, ours, found)),
			'drawn by hand': async () => await rested(async () => await run(playground, drawn, found)),
		});
		requireSame(found.get(ours.id) ?? 0, found.get(drawn.id) ?? 0);
		tell(took);
	} finally {
		await playground.close();
	}
}

/** Without a rest the rounds together would pass the service's limit of 100 requests in 10 seconds. */
async function rested(measured: () => Promise<number>): Promise<number> {
	await pause(REST_MS);
	return await measured();
}

/** Reads the pages of all lists one after the other, and nothing else. */
async function bareLoop({ url, key }: EmulatorAccess): Promise<number> {
	const begun = performance.now();
	for (const list of LISTS) {
		let next: string | undefined = `${url}/speechtotext${list}?api-version=2025-10-15&top=100`;
		while (next) {
			const response: Response = await fetch(next, {
				headers: { 'Ocp-Apim-Subscription-Key': key },
			});
			if (!response.ok) throw new Error(`${next}: ${response.status}`);
			next = page(await response.json())['@nextLink'];
		}
	}
	return performance.now() - begun;
}

/** From the begin of the first node after the trigger to the end of the last. */
async function run(
	{ session, n8n }: Playground,
	workflow: WorkflowReference,
	found: Map<string, number>,
): Promise<number> {
	await startByHook(n8n, workflow, []);
	const [{ id }] = await listExecutions(session, { workflowId: workflow.id });
	const { status, error, outputs } = await followExecution(session, id);
	if (status !== 'success')
		throw new Error(`'${workflow.name}' ended as ${status}. ${error ?? ''}`);
	found.set(workflow.id, Object.values(outputs).at(-1)?.[0]?.length ?? 0);
	const spans = await executionTimes(session, id);
	spans.delete('Hook');
	const times = [...spans.values()];
	return (
		Math.max(...times.map(({ ended }) => ended)) - Math.min(...times.map(({ begun }) => begun))
	);
}

function checkWorkflow(credential: StoredCredential): WorkflowDraft {
	const check: WorkflowNode = { name: 'Check Expiration', type: 'checkExpiration', parameters: {} };
	return workflowInARow('check', [check], {
		credential,
		trigger: hookThatWaits('check'),
	});
}

/** Both must have found the same number of models that expire soon, or one is fast by doing less. */
function requireSame(ours: number, drawn: number) {
	if (ours === drawn && ours > 0) return;
	throw new Error(`Check Expiration found ${ours} models, the workflow drawn by hand ${drawn}`);
}

function tell(took: Record<(typeof WAYS)[number], number[]>) {
	const { models, endpoints, baseModels } = COUNTS;
	console.log(
		`${models} models, ${endpoints} endpoints, ${baseModels} base models, ${delayMs} ms latency, ${rounds} rounds\n`,
	);
	const ours = took['Check Expiration'];
	for (const name of WAYS) {
		const times = took[name];
		const ratio = spread(times.map((time, round) => time / ours[round]));
		console.log(
			`${name.padEnd(18)}${inWords(spread(times), 0)} ms, ${inWords(ratio, 2)} x Check Expiration`,
		);
	}
	console.log(JSON.stringify({ bench: 'check', ...COUNTS, delayMs, rounds, milliseconds: took }));
}

await endOnFailure(measure());
