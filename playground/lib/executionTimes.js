const { requireInstalled } = require('./requireInstalled');

/**
 * When each node of an execution that has ended was at work, in milliseconds since the epoch.
 *
 * @param {ReturnType<typeof import('./n8nSession').connectTo>} session
 * @param {string} id
 * @returns {Promise<Record<string, { begun: number, ended: number }>>}
 */
async function executionTimes(session, id) {
	const { data } = await session.get(`/rest/executions/${id}`);
	const { runData } = requireInstalled('flatted').parse(data).resultData;
	const times = Object.entries(runData).map(([name, runs]) => {
		const { startTime, executionTime } = runs.at(-1);
		return [name, { begun: startTime, ended: startTime + executionTime }];
	});
	return Object.fromEntries(times);
}

module.exports = { executionTimes };
