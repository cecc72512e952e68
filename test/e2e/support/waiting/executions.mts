import { requireInstalled } from '../../../../playground/lib/requireInstalled.mts';
import { waitUntil } from '../../../../playground/lib/waitUntil.mts';

const UNFINISHED = ['new', 'running', 'waiting'];

/**
 * The executions of an n8n, as they are stored.
 *
 */
function executionsOf(
	session: ReturnType<typeof import('../../../../playground/lib/n8nSession.mts').connectTo>,
) {
	/** Newest first, at most 100. */
	async function list(filter = {}) {
		const query = encodeURIComponent(JSON.stringify(filter));
		const { results } = await session.get(`/rest/executions?limit=100&filter=${query}`);
		return results;
	}

	/** An execution with the items and the hints of each node when it ran last; items are one list for each output. */
	async function read(id) {
		const { status, mode, data } = await session.get(`/rest/executions/${id}`);
		const { resultData } = data ? requireInstalled('flatted').parse(data) : {};
		const runs = Object.entries(resultData?.runData ?? {});
		const outputs = runs.map(([name, tasks]) => {
			const lists = tasks.at(-1).data?.main ?? [];
			return [name, lists.map((items) => items ?? [])];
		});
		const hints = runs.map(([name, tasks]) => [
			name,
			(tasks.at(-1).hints ?? []).map(({ message }) => message),
		]);
		return {
			id,
			status,
			mode,
			error: resultData?.error,
			outputs: Object.fromEntries(outputs),
			hints: Object.fromEntries(hints),
		};
	}

	const statusOf = async (id) => (await session.get(`/rest/executions/${id}`)).status;

	return {
		list,
		read,
		statusOf,
		unfinished: async () => await list({ status: UNFINISHED }),
		stop: async (id) => await session.post(`/rest/executions/${id}/stop`),

		/** An execution that is over; false while it is not. */
		async endedBy(id) {
			if (UNFINISHED.includes(await statusOf(id))) return false;
			return await read(id);
		},

		/** The sub-executions in which waits of a workflow are stored. */
		async storedWaits(workflowId) {
			const found = await list({ workflowId, status: ['waiting'] });
			return found.filter(isSubExecution);
		},

		/** Waits for an execution of a workflow that was not there before. */
		async appeared(workflowId, known) {
			return await waitUntil(
				async () => {
					const found = await list({ workflowId });
					return found.find((one) => !isSubExecution(one) && !known.includes(one.id))?.id;
				},
				{ every: 100, patience: 20_000, otherwise: () => `Workflow ${workflowId} was not started` },
			);
		},
	};
}

function isSubExecution({ mode }) {
	return mode === 'integrated';
}

export { executionsOf };
