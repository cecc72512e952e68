import type { INodeExecutionData } from 'n8n-workflow';
import type { N8nSession } from '../../../../playground/n8n/n8nSession.mts';
import { object, text } from '../../../../playground/json.mts';
import { waitUntil } from '../../../../playground/process/waitUntil.mts';
import {
	lastOutputs,
	listExecutions,
	readExecution,
	type Execution,
	type ExecutionFilter,
	type ExecutionSummary,
} from '../../../../playground/workflows/execution.mts';
import { nodeResult, type NodeResult } from '../nodeResult.mts';

/** An execution with the items and the hints of each node when it ran last; items are one list for each output. */
export interface SeenExecution extends Omit<Execution, 'runs'> {
	outputs: Partial<Record<string, INodeExecutionData[][]>>;
	hints: Partial<Record<string, string[]>>;
}

const UNFINISHED = ['new', 'running', 'waiting'] satisfies ExecutionFilter['status'];

const storedStatus = object<{ status: string }>({ status: text });

export type Executions = ReturnType<typeof executionsOf>;

/** The executions of an n8n, as they are stored. */
export function executionsOf(session: N8nSession) {
	/** Newest first, at most 100. */
	const list = async (filter: ExecutionFilter = {}) => await listExecutions(session, filter);

	const read = async (id: string) => seen(await readExecution(session, id));

	const statusOf = async (id: string) =>
		storedStatus(await session.get(`/rest/executions/${id}`)).status;

	return {
		list,
		read,
		statusOf,
		unfinished: async () => await list({ status: UNFINISHED }),

		async stop(id: string) {
			await session.post(`/rest/executions/${id}/stop`);
		},

		/** An execution that is over; false while it is not. */
		async endedBy(id: string): Promise<SeenExecution | false> {
			const status: string = await statusOf(id);
			if (UNFINISHED.some((one) => one === status)) return false;
			return await read(id);
		},

		/** The sub-executions in which waits of a workflow are stored. */
		async storedWaits(workflowId: string) {
			const found = await list({ workflowId, status: ['waiting'] });
			return found.filter(isSubExecution);
		},

		/** Waits for an execution of a workflow that was not there before. */
		async appeared(workflowId: string, known: string[]): Promise<string> {
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

/** The items of the first output of a node; none when it did not run. */
export function itemsAt({ outputs }: SeenExecution, node: string): INodeExecutionData[] {
	return outputs[node]?.[0] ?? [];
}

/** What the first item says that a node has put out; an error when there is none. */
export function resultAt(execution: SeenExecution, node: string): NodeResult {
	const item = itemsAt(execution, node).at(0);
	if (!item) throw new Error(`'${node}' has put out nothing`);
	return nodeResult(item.json);
}

function seen({ runs, ...execution }: Execution): SeenExecution {
	return {
		...execution,
		outputs: Object.fromEntries(runs.map(([name, tasks]) => [name, lastOutputs(tasks)])),
		hints: Object.fromEntries(
			runs.map(([name, tasks]) => [name, tasks.at(-1)?.hints?.map(({ message }) => message) ?? []]),
		),
	};
}

function isSubExecution({ mode }: ExecutionSummary): boolean {
	return mode === 'integrated';
}
