const { runOnSchedule } = require('../../../../playground/lib/runOnSchedule');
const { waitUntil } = require('../../../../playground/lib/waitUntil');
const { executionsOf } = require('./executions');
const { pathOf } = require('./waitingWorkflow');

// Longer than a node looks in process before it hands the wait to n8n's database.
const PAST_THE_FIRST_MINUTE = 75_000;

/**
 * Starts executions and has their waits pass, in an n8n whose clock can be moved.
 *
 * @param {object} open
 * @param {{ url: string, now: () => number, moveClock: (milliseconds: number) => Promise<void> }} open.n8n
 * @param {ReturnType<typeof import('../../../../playground/lib/n8nSession').connectTo>} open.session
 */
function waitsOf({ n8n, session }) {
	const executions = executionsOf(session);

	/** Stores a workflow; one that starts by itself is published. */
	async function store(workflow) {
		const stored = await session.post('/rest/workflows', workflow);
		const starter = workflow.nodes[0].type;
		if (starter.endsWith('.webhook')) await publish(stored);
		return stored;
	}

	async function publish({ id, versionId }) {
		await session.post(`/rest/workflows/${id}/activate`, { versionId });
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
		const body = { triggerToStartFrom: { name: trigger } };
		const { executionId } = await session.post(`/rest/workflows/${workflow.id}/run`, body);
		return executionId;
	}

	const startBySchedule = async (workflow) => await runOnSchedule(session, workflow, n8n.now);

	/** Lets the time pass in which a node looks in process, until the execution waits in n8n's database. */
	async function untilStored(id) {
		await waitUntil(
			async () => {
				const status = await executions.statusOf(id);
				if (status === 'waiting') return true;
				if (!['new', 'running'].includes(status)) {
					throw new Error(`Execution ${id} was to wait, and is ${status}`);
				}
				await n8n.moveClock(PAST_THE_FIRST_MINUTE);
				return false;
			},
			{ every: 500, patience: 60_000, otherwise: () => `Execution ${id} does not wait` },
		);
	}

	return { executions, store, publish, startByHook, startByHand, startBySchedule, untilStored };
}

module.exports = { waitsOf };
