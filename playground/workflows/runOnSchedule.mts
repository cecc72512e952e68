import type { N8nSession } from '../n8n/n8nSession.mts';
import { waitUntil } from '../process/waitUntil.mts';
import { listExecutions } from './execution.mts';
import { publishWorkflow, readWorkflow } from './storeWorkflow.mts';
import { storedWorkflow, type WorkflowNode } from './workflow.mts';

// To publish the workflow before the moment has passed: seconds, and more where the machine is slow.
const LEAD_SECONDS = [4, 20, 60];
// How long a moment that comes may take to start an execution.
const PATIENCE_SECONDS = 30;

/**
 * Has the schedule of a workflow fire once, now instead of on its day, and puts the schedule back.
 * It is a production execution like any later one, and nothing but the time of the trigger differs.
 *
 * @param now n8n's clock
 * @returns the id of the execution that was started
 */
export async function runOnSchedule(
	session: N8nSession,
	{ id }: { id: string },
	now: () => number = Date.now,
): Promise<string> {
	const { nodes } = await readWorkflow(session, id);
	const earlier = await scheduledExecutions(session, id);
	const started = async () =>
		(await scheduledExecutions(session, id)).find((one) => !earlier.includes(one));

	for (const lead of LEAD_SECONDS) {
		// As a cron expression sees it: in whole seconds.
		const due = Math.floor(now() / 1000 + lead) * 1000;
		await publish(
			session,
			id,
			nodes.map((node) => (isSchedule(node) ? dueAt(node, due) : node)),
		);
		if (now() < due || (await started())) break;
	}
	const executionId = await waitUntil(started, {
		every: 250,
		patience: (Math.max(...LEAD_SECONDS) + PATIENCE_SECONDS) * 1000,
		otherwise: () => 'The schedule of the workflow did not fire. See the log of n8n.',
	});
	await publish(session, id, nodes);
	return executionId;
}

async function publish(session: N8nSession, id: string, nodes: WorkflowNode[]) {
	const { connections, settings, versionId } = await readWorkflow(session, id);
	const saved = await session.patch(`/rest/workflows/${id}`, {
		nodes,
		connections,
		// Lets a watcher see each node's output before the execution has ended.
		settings: { ...settings, saveExecutionProgress: true },
		versionId,
	});
	await publishWorkflow(session, storedWorkflow(saved));
}

async function scheduledExecutions(session: N8nSession, workflowId: string) {
	const executions = await listExecutions(session, { workflowId });
	return executions.filter(({ mode }) => mode === 'trigger').map(({ id }) => id);
}

function isSchedule(node: WorkflowNode) {
	return node.type === 'n8n-nodes-base.scheduleTrigger';
}

/** One moment of this year, as a cron expression with seconds. n8n is started on UTC. */
function dueAt(node: WorkflowNode, moment: number): WorkflowNode {
	const due = new Date(moment);
	const time = [due.getUTCSeconds(), due.getUTCMinutes(), due.getUTCHours()];
	const day = [due.getUTCDate(), due.getUTCMonth() + 1, '*'];
	const expression = [...time, ...day].join(' ');
	return { ...node, parameters: { rule: { interval: [{ field: 'cronExpression', expression }] } } };
}
