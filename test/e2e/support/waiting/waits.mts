import { publishesCalled } from '../../../../playground/lib/installedN8n.mts';
import { runOnSchedule } from '../../../../playground/lib/runOnSchedule.mts';
import { storeWorkflow } from '../../../../playground/lib/storeWorkflow.mts';
import { waitUntil } from '../../../../playground/lib/waitUntil.mts';
import { executionsOf } from './executions.mts';
import { pathOf } from './waitingWorkflow.mts';

/** 'Options' of a node that waits under which a wait is stored at once. */
const LOOK_EVERY_HOUR = { checkEverySeconds: 3600 };

// The pause between two looks is spread by a quarter to either side.
const LONGEST_PAUSE = 1.25 * 3_600_000 + 1_000;

const PAST_THE_FIRST_MINUTE = 75_000;

// Before the clock is moved for it, a wait may be stored without.
const LOOKS_AT_ONCE = 8;

/**
 * Starts executions and has their waits pass, in an n8n whose clock can be moved.
 *
 */
function waitsOf({
	n8n,
	session,
}: {
	n8n: { url: string; now: () => number; moveClock: (milliseconds: number) => Promise<void> };
	session: ReturnType<typeof import('../../../../playground/lib/n8nSession.mts').connectTo>;
}) {
	const executions = executionsOf(session);

	/** Stores a workflow; one that starts by itself is published. */
	async function store(workflow) {
		const stored = await storeWorkflow(session, workflow);
		const starter = workflow.nodes[0].type;
		if (starter.endsWith('.webhook')) await publish(stored);
		return stored;
	}

	async function publish({ id, versionId }) {
		await session.post(`/rest/workflows/${id}/activate`, { versionId });
	}

	/** Lets a workflow be called by another one. */
	async function publishCalled(workflow) {
		if (publishesCalled) await publish(workflow);
	}

	async function idsOf(workflow) {
		return (await executions.list({ workflowId: workflow.id })).map(({ id }) => id);
	}

	/** Starts a workflow by its web hook, which is there a moment after the workflow was published. */
	async function startByHook(workflow, body = {}) {
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
	async function startByHand(workflow, trigger = 'Start') {
		// An older n8n runs what the editor sends with it instead of what is stored.
		const workflowData = await session.get(`/rest/workflows/${workflow.id}`);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		const { executionId } = await session.post(`/rest/workflows/${workflow.id}/run`, body);
		return executionId;
	}

	const startBySchedule = async (workflow) => await runOnSchedule(session, workflow, n8n.now);

	/** Waits until an execution waits in n8n's database, having the time pass in which a node may look in process. */
	async function untilStored(id) {
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
	async function nextLook({ id }, milliseconds = LONGEST_PAUSE) {
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
					const { status, waitTill } = now.find((other) => other.id === one.id) ?? {};
					return status !== 'running' && waitTill !== one.waitTill;
				});
			},
			{ every: 100, patience: 60_000, otherwise: () => `No look came in workflow ${id}` },
		);
	}

	/** Has looks come until an execution is over. */
	async function ended(id) {
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
		nextLook,
		ended,
	};
}

export { waitsOf, LOOK_EVERY_HOUR, LONGEST_PAUSE };
