import type { ExecutionStatus, IDataObject } from 'n8n-workflow';
import type { N8nSession } from '../n8n/n8nSession.mts';
import { waitUntil } from '../process/waitUntil.mts';
import {
	describeFailure,
	isUnfinished,
	lastItems,
	readExecution,
	type Execution,
} from './execution.mts';

/** What came of an execution that is over. */
export interface FinishedExecution {
	status: ExecutionStatus;
	/** Of each node that ran, the items of each of its outputs when it ran last. */
	outputs: Partial<Record<string, IDataObject[][]>>;
	/** Of each node that ran, the items of all its outputs and runs together. */
	items: Partial<Record<string, IDataObject[]>>;
	error?: string;
}

export interface FollowOptions {
	/** Hears of each node as it has succeeded, with the items of all its outputs. */
	onNode?: (name: string, items: IDataObject[]) => void;
	/** How long to wait for the end, in milliseconds. */
	patience?: number;
	/** How often n8n is asked, in milliseconds, for all the data of the execution. */
	every?: number;
}

/** Waits for the end of an execution and tells of each node as it finishes. */
export async function followExecution(
	session: N8nSession,
	id: string,
	{ onNode = () => undefined, patience = 180_000, every = 500 }: FollowOptions = {},
): Promise<FinishedExecution> {
	const reported = new Set<string>();
	let status: ExecutionStatus = 'new';
	return await waitUntil(
		async () => {
			const execution = await readExecution(session, id);
			status = execution.status;
			for (const [name, runs] of execution.runs) {
				if (reported.has(name) || runs.at(-1)?.executionStatus !== 'success') continue;
				reported.add(name);
				onNode(name, lastItems(runs).flat());
			}
			return !isUnfinished(execution) && finished(execution);
		},
		{
			every,
			patience,
			otherwise: () => `Execution ${id} is still ${status} after ${patience / 1000} s`,
		},
	);
}

/** The items of one output of a node that ran; none when it did not. */
export function itemsOf({ outputs }: FinishedExecution, node: string, output = 0): IDataObject[] {
	return outputs[node]?.[output] ?? [];
}

function finished({ status, runs, error }: Execution): FinishedExecution {
	return {
		status,
		outputs: Object.fromEntries(runs.map(([name, of]) => [name, lastItems(of)])),
		items: Object.fromEntries(
			runs.map(([name, of]) => [name, of.flatMap((run) => lastItems([run]).flat())]),
		),
		error: error && describeFailure(error),
	};
}
