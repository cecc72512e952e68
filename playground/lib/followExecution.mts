import { requireInstalled } from './requireInstalled.mts';
import { waitUntil } from './waitUntil.mts';

const UNFINISHED = ['new', 'running', 'waiting'];

/**
 * Waits for the end of an execution and tells of each node as it finishes.
 *
 *   `every` is how often n8n is asked, in milliseconds, for all the data of the execution
 *   `outputs` has, per node, the items of each of its outputs when it ran last; `items` those of all its runs together
 */
async function followExecution(
	session: ReturnType<typeof import('./n8nSession.mts').connectTo>,
	id: string,
	{
		onNode = () => {},
		patience = 180_000,
		every = 500,
	}: { onNode?: (name: string, items: object[]) => void; patience?: number; every?: number } = {},
): Promise<{
	status: string;
	outputs: Record<string, object[][]>;
	items: Record<string, object[]>;
	error?: string;
}> {
	const told = new Set();
	let status;
	return await waitUntil(
		async () => {
			const execution = await session.get(`/rest/executions/${id}`);
			status = execution.status;
			const { runData, error } = readResult(execution.data);
			for (const [name, runs] of inOrder(runData)) {
				if (told.has(name) || runs.at(-1).executionStatus !== 'success') continue;
				told.add(name);
				onNode(name, itemsOf(runs).flat());
			}
			if (UNFINISHED.includes(status)) return false;
			const outputs = Object.fromEntries(
				inOrder(runData).map(([name, runs]) => [name, itemsOf(runs)]),
			);
			const items = Object.fromEntries(
				inOrder(runData).map(([name, runs]) => [
					name,
					runs.flatMap((run) => itemsOf([run]).flat()),
				]),
			);
			return { status, outputs, items, error: error && describe(error) };
		},
		{
			every,
			patience,
			otherwise: () => `Execution ${id} is still ${status} after ${patience / 1000} s`,
		},
	);
}

/** n8n sends the data of an execution flattened, and nothing of it before the first node. */
function readResult(data) {
	const { resultData } = (data && requireInstalled('flatted').parse(data)) || {};
	return { runData: resultData?.runData ?? {}, error: resultData?.error };
}

function inOrder(runData) {
	return Object.entries(runData).sort(([, a], [, b]) => a[0].executionIndex - b[0].executionIndex);
}

function itemsOf(runs) {
	const outputs = runs.at(-1).data?.main ?? [];
	return outputs.map((items) => (items ?? []).map((item) => item.json));
}

function describe(error) {
	const where = error.node?.name ? `${error.node.name}: ` : '';
	return [`${where}${error.message}`, error.description].filter(Boolean).join(' ');
}

export { followExecution };
