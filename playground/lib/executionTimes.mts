import { requireInstalled } from './requireInstalled.mts';

/**
 * When each node of an execution that has ended was at work, in milliseconds since the epoch.
 *
 */
async function executionTimes(
	session: ReturnType<typeof import('./n8nSession.mts').connectTo>,
	id: string,
): Promise<Record<string, { begun: number; ended: number }>> {
	const { data } = await session.get(`/rest/executions/${id}`);
	const { runData } = requireInstalled('flatted').parse(data).resultData;
	const times = Object.entries(runData).map(([name, runs]) => {
		const { startTime, executionTime } = runs.at(-1);
		return [name, { begun: startTime, ended: startTime + executionTime }];
	});
	return Object.fromEntries(times);
}

export { executionTimes };
