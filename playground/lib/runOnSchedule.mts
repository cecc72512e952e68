import { waitUntil } from './waitUntil.mts';

// Time enough to publish the workflow before the moment has passed.
const LEAD_SECONDS = 4;

/**
 * Has the schedule of a workflow fire once, now instead of on its day, and puts the schedule back.
 * It is a production execution like any later one, and nothing but the time of the trigger differs.
 *
 * @param now n8n's clock
 * @returns the id of the execution that was started
 */
async function runOnSchedule(
	session: ReturnType<typeof import('./n8nSession.mts').connectTo>,
	{ id }: { id: string },
	now: () => number = Date.now,
): Promise<string> {
	const { nodes } = await session.get(`/rest/workflows/${id}`);
	const earlier = await scheduledExecutions(session, id);
	await publish(
		session,
		id,
		nodes.map((node) => (isSchedule(node) ? dueSoon(node, now()) : node)),
	);
	const executionId = await waitUntil(
		async () => (await scheduledExecutions(session, id)).find((one) => !earlier.includes(one)),
		{
			every: 250,
			patience: (LEAD_SECONDS + 30) * 1000,
			otherwise: () => 'The schedule of the workflow did not fire. See the log of n8n.',
		},
	);
	await publish(session, id, nodes);
	return executionId;
}

async function publish(session, id, nodes) {
	const stored = await session.get(`/rest/workflows/${id}`);
	const { versionId } = await session.patch(`/rest/workflows/${id}`, {
		nodes,
		connections: stored.connections,
		// Lets a watcher see each node's output before the execution has ended.
		settings: { ...stored.settings, saveExecutionProgress: true },
		versionId: stored.versionId,
	});
	await session.post(`/rest/workflows/${id}/activate`, { versionId });
}

async function scheduledExecutions(session, workflowId) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await session.get(`/rest/executions?filter=${filter}`);
	return results.filter(({ mode }) => mode === 'trigger').map(({ id }) => id);
}

function isSchedule(node) {
	return node.type === 'n8n-nodes-base.scheduleTrigger';
}

/** One moment of this year, as a cron expression with seconds. n8n is started on UTC. */
function dueSoon(node, now) {
	const due = new Date(now + LEAD_SECONDS * 1000);
	const time = [due.getUTCSeconds(), due.getUTCMinutes(), due.getUTCHours()];
	const day = [due.getUTCDate(), due.getUTCMonth() + 1, '*'];
	const expression = [...time, ...day].join(' ');
	return { ...node, parameters: { rule: { interval: [{ field: 'cronExpression', expression }] } } };
}

export { runOnSchedule };
