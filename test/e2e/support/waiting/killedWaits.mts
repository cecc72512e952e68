import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../../../playground/process/waitUntil.mts';
import { type ExecutionSummary } from '../../../../playground/workflows/execution.mts';
import type { WorkflowReference } from '../../../../playground/workflows/workflow.mts';
import { nodeResult } from '../nodeResult.mts';
import { itemsAt } from './executions.mts';
import type { WaitingPlayground } from './openWaiting.mts';
import { AFTER, RED } from './waitingWorkflow.mts';

/** An execution that waits for the training of the model of that name. */
export interface StartedWait {
	name: string;
	id: string;
}

/** How an execution came to its end, and how many models there are of its name. */
export interface WaitEnding {
	name: string;
	end: string;
	models: number;
}

export type KilledWaits = ReturnType<typeof killedWaitsOf>;

/** How far n8n's clock goes in a step while looks come thick and fast: each wait looks about every fourth step. */
const STEP_MS = 900_000;
/** n8n writes its log of events a moment later, and after a kill takes an execution that is missing there for crashed. */
const EVENT_LOG_MS = 4_000;

/** Has n8n be killed under waits, and sees what becomes of them. */
export function killedWaitsOf({ n8n, control, waits, executions, countModels }: WaitingPlayground) {
	/** Starts an execution for each name, and waits until their waits are stored. */
	async function startAll(workflow: WorkflowReference, names: string[]): Promise<StartedWait[]> {
		const started: StartedWait[] = [];
		for (const name of names)
			started.push({ name, id: await waits.startByHook(workflow, { name }) });
		for (const { id } of started) await waits.untilStored(id);
		await pause(EVENT_LOG_MS);
		return started;
	}

	/** Has one look after the other come for a while. */
	async function lookFor(milliseconds: number) {
		await control.fault({ kind: 'slow', delayMs: 150, times: 10_000, path: '/models' });
		const end = Date.now() + milliseconds;
		while (Date.now() < end) {
			await n8n.moveClock(STEP_MS);
			await pause(Math.max(0, Math.min(50, end - Date.now())));
		}
	}

	/** Has a look come that takes long, and waits until it is under way. */
	async function longLook() {
		await control.fault({
			kind: 'slow',
			delayMs: 30_000,
			times: 1,
			method: 'GET',
			path: '/models',
		});
		await control.clearRequests();
		await n8n.moveClock(2 * 3_600_000);
		await waitUntil(
			async () => (await control.requests()).some(({ fault, status }) => fault && status === null),
			{ every: 50, patience: 20_000, otherwise: () => 'No look came' },
		);
	}

	/**
	 * Once n8n is there again: lets the waits go on, runs again what has ended early, has the trainings succeed,
	 * and tells for each execution how it came to its end.
	 */
	async function endings(
		workflow: WorkflowReference,
		started: StartedWait[],
	): Promise<WaitEnding[]> {
		await control.clearFaults();
		const found: (StartedWait & { way: string })[] = [];
		for (const one of started) found.push(await lookedOrInterrupted(workflow, one));
		for (const { name } of started) await control.finish(name);
		const told: WaitEnding[] = [];
		for (const { name, id, way } of found) {
			const ended = await waits.ended(id);
			const { status } = ended;
			const [outcome] = itemsAt(ended, AFTER).map(({ json }) => nodeResult(json).wait?.outcome);
			const isTrained = status === 'success' && outcome === 'succeeded';
			told.push({ name, end: isTrained ? way : status, models: await countModels(name) });
		}
		return told;
	}

	/** The execution that waits for a training after the kill: the same one, or the one started anew. */
	async function lookedOrInterrupted(workflow: WorkflowReference, { name, id }: StartedWait) {
		const over = await waitUntil(
			async () => {
				await n8n.moveClock(STEP_MS);
				const unfinished = await executions.unfinished();
				const ofWorkflow = unfinished.filter(({ workflowId }) => workflowId === workflow.id);
				if (ofWorkflow.every((one) => one.id !== id)) return await executions.endedBy(id);
				return (await areAtRest(workflow, ofWorkflow)) && 'waits';
			},
			{ every: 200, patience: 60_000, otherwise: () => `No look came after the kill for ${name}` },
		);
		if (over === 'waits') return { name, id, way: 'went on' };
		const failed = itemsAt(over, RED).map(({ json }) => nodeResult(json));
		const outcome = failed.at(0)?.details?.wait?.outcome;
		const [again] = await startAll(workflow, [name]);
		return { ...again, way: `${outcome ?? 'failed by n8n'}, then run again` };
	}

	/** Whether every execution that waits has a stored wait, and none of these is overdue. */
	async function areAtRest({ id }: WorkflowReference, unfinished: ExecutionSummary[]) {
		const stored = await executions.storedWaits(id);
		const isAtRest = ({ status, waitTill = '' }: ExecutionSummary) =>
			status === 'waiting' && Date.parse(waitTill) > n8n.now();
		return unfinished.every(isAtRest) && unfinished.length === 2 * stored.length;
	}

	return { startAll, lookFor, longLook, endings };
}
