import type { IDataObject } from 'n8n-workflow';
import { object, text } from '../../../../playground/json.mts';
import { publishesCalled } from '../../../../playground/n8n/installedN8n.mts';
import { runOnSchedule } from '../../../../playground/workflows/runOnSchedule.mts';
import {
	publishWorkflow,
	readWorkflow,
	storeWorkflow,
} from '../../../../playground/workflows/storeWorkflow.mts';
import type {
	StoredWorkflow,
	WorkflowDraft,
	WorkflowReference,
} from '../../../../playground/workflows/workflow.mts';
import type { N8nSession } from '../../../../playground/n8n/n8nSession.mts';
import type { RunningN8n } from '../../../../playground/n8n/startN8n.mts';
import { waitUntil } from '../../../../playground/process/waitUntil.mts';
import { executionsOf, type SeenExecution } from './executions.mts';
import { pathOf } from './waitingWorkflow.mts';

/** 'Options' of a node that waits under which a wait is stored at once. */
export const LOOK_EVERY_HOUR = { checkEverySeconds: 3600 } satisfies IDataObject;

// The pause between two looks is spread by a quarter to either side.
export const LONGEST_PAUSE = 1.25 * 3_600_000 + 1_000;

const PAST_THE_FIRST_MINUTE = 75_000;

// Before the clock is moved for it, a wait may be stored without.
const LOOKS_AT_ONCE = 8;

export type Waits = ReturnType<typeof waitsOf>;

export const startedExecution = object<{ executionId: string }>({ executionId: text });

/** Starts executions and has their waits pass, in an n8n whose clock can be moved. */
export function waitsOf({
	n8n,
	session,
}: {
	n8n: Pick<RunningN8n, 'url' | 'now' | 'moveClock'>;
	session: N8nSession;
}) {
	const executions = executionsOf(session);

	/** Stores a workflow; one that starts by itself is published. */
	async function store(workflow: WorkflowDraft): Promise<StoredWorkflow> {
		const stored = await storeWorkflow(session, workflow);
		const starter = workflow.nodes[0].type;
		if (starter.endsWith('.webhook')) await publish(stored);
		return stored;
	}

	async function publish(workflow: StoredWorkflow) {
		await publishWorkflow(session, workflow);
	}

	/** Lets a workflow be called by another one. */
	async function publishCalled(workflow: StoredWorkflow) {
		if (publishesCalled) await publish(workflow);
	}

	async function idsOf(workflow: WorkflowReference) {
		return (await executions.list({ workflowId: workflow.id })).map(({ id }) => id);
	}

	/** Starts a workflow by its web hook, which is there a moment after the workflow was published. */
	async function startByHook(workflow: WorkflowReference, body: object = {}): Promise<string> {
		const known = await idsOf(workflow);
		await waitUntil(
			async () => {
				const response = await fetch(`${n8n.url}/webhook/${pathOf(workflow.name)}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				});
				return response.ok;
			},
			{ every: 200, patience: 20_000, otherwise: () => `No web hook of '${workflow.name}'` },
		);
		return await executions.appeared(workflow.id, known);
	}

	/** Starts a workflow as the button in the editor does. */
	async function startByHand(workflow: WorkflowReference, trigger = 'Start'): Promise<string> {
		// An older n8n runs what the editor sends with it instead of what is stored.
		const workflowData = await readWorkflow(session, workflow.id);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		const answer = await session.post(`/rest/workflows/${workflow.id}/run`, body);
		return startedExecution(answer).executionId;
	}

	const startBySchedule = async (workflow: WorkflowReference) =>
		await runOnSchedule(session, workflow, n8n.now);

	/** Waits until an execution waits in n8n's database, having the time pass in which a node may look in process. */
	async function untilStored(id: string) {
		let seen = 0;
		await waitUntil(
			async () => {
				const status = await executions.statusOf(id);
				if (status === 'waiting') return true;
				if (!['new', 'running'].includes(status)) {
					throw new Error(`Execution ${id} was to wait, and is ${status}`);
				}
				seen += 1;
				if (seen > LOOKS_AT_ONCE) await n8n.moveClock(PAST_THE_FIRST_MINUTE);
				return false;
			},
			{ every: 300, patience: 60_000, otherwise: () => `Execution ${id} does not wait` },
		);
	}

	/** Has the next look of every stored wait of a workflow come, and waits until these looks are over. */
	async function nextCheck({ id }: WorkflowReference, milliseconds = LONGEST_PAUSE) {
		const before = await waitUntil(
			async () => {
				const found = await executions.storedWaits(id);
				return found.length > 0 && found;
			},
			{ every: 100, patience: 20_000, otherwise: () => `No wait is stored in workflow ${id}` },
		);
		await n8n.moveClock(milliseconds);
		let seen = 0;
		await waitUntil(
			async () => {
				const now = await executions.list({ workflowId: id });
				seen += 1;
				// A look that fails is tried again for a while.
				if (seen % 10 === 0) await n8n.moveClock(30_000);
				return before.every((one) => {
					const other = now.find(({ id: itsId }) => itsId === one.id);
					return other?.status !== 'running' && other?.waitTill !== one.waitTill;
				});
			},
			{ every: 100, patience: 60_000, otherwise: () => `No look came in workflow ${id}` },
		);
	}

	/** Has looks come until an execution is over. */
	async function ended(id: string): Promise<SeenExecution> {
		return await waitUntil(
			async () => {
				await n8n.moveClock(LONGEST_PAUSE);
				return await executions.endedBy(id);
			},
			{ every: 200, patience: 60_000, otherwise: () => `Execution ${id} is not over` },
		);
	}

	return {
		executions,
		store,
		publish,
		publishCalled,
		startByHook,
		startByHand,
		startBySchedule,
		untilStored,
		nextCheck,
		ended,
	};
}
