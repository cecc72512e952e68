import { parse } from 'flatted';
import type {
	ExecutionStatus,
	IDataObject,
	INodeExecutionData,
	IRunData,
	ITaskData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { listOf, object, optional, record, text } from '../json.mts';
import type { N8nSession } from '../n8n/n8nSession.mts';

/** One line of n8n's list of executions. */
export interface ExecutionSummary {
	id: string;
	status: ExecutionStatus;
	mode: WorkflowExecuteMode;
	workflowId: string;
	workflowName?: string;
	/** When one that waits is due. */
	waitTill?: string;
}

/** An execution with what its nodes have done. */
export interface Execution {
	id: string;
	status: ExecutionStatus;
	mode: WorkflowExecuteMode;
	/** Of each node, in the order in which they began, its runs. */
	runs: [name: string, runs: ITaskData[]][];
	error?: ExecutionFailure;
}

/** Why an execution has failed. */
export interface ExecutionFailure {
	message: string;
	description?: string;
	node?: { name: string };
}

/** Which executions a list has. */
export interface ExecutionFilter {
	workflowId?: string;
	status?: ExecutionStatus[];
}

/** In these, an execution is not over. */
const UNFINISHED: readonly ExecutionStatus[] = ['new', 'running', 'waiting'];

/** A status is n8n's own word. */
const status = (value: unknown) => text(value) as ExecutionStatus;

const mode = (value: unknown) => text(value) as WorkflowExecuteMode;

const executionSummary = object<ExecutionSummary>({
	id: text,
	status,
	mode,
	workflowId: text,
	workflowName: optional(text),
	waitTill: optional(text),
});

const executionList = object<{ results: ExecutionSummary[] }>({
	results: listOf(executionSummary),
});

const storedExecution = object<Pick<Execution, 'id' | 'status' | 'mode'> & { data?: string }>({
	id: text,
	status,
	mode,
	data: optional(text),
});

const failure = object<ExecutionFailure>({
	message: text,
	description: optional(text),
	node: optional(object<{ name: string }>({ name: text })),
});

/** What n8n writes of the runs of nodes is declared by n8n itself. */
const runData = (value: unknown) => record(value) as IRunData;

const resultData = object<{ runData?: IRunData; error?: ExecutionFailure }>({
	runData: optional(runData),
	error: optional(failure),
});

const executionData = object<{ resultData?: ReturnType<typeof resultData> }>({
	resultData: optional(resultData),
});

/** Newest first, at most 100. */
export async function listExecutions(
	session: N8nSession,
	filter: ExecutionFilter = {},
): Promise<ExecutionSummary[]> {
	const query = encodeURIComponent(JSON.stringify(filter));
	const answer = await session.get(`/rest/executions?limit=100&filter=${query}`);
	return executionList(answer).results;
}

/** All that n8n has of an execution, so far when it is not over. */
export async function readExecution(session: N8nSession, id: string): Promise<Execution> {
	const { data, ...stored } = storedExecution(await session.get(`/rest/executions/${id}`));
	// n8n sends the data of an execution flattened, and nothing of it, or an empty list, before the first node.
	const unpacked: unknown = data ? parse(data) : undefined;
	const result = unpacked === undefined ? undefined : executionData(unpacked).resultData;
	return {
		id: stored.id,
		status: stored.status,
		mode: stored.mode,
		runs: Object.entries(result?.runData ?? {})
			.filter(([, runs]) => runs.length > 0)
			.sort(([, [one]], [, [other]]) => one.executionIndex - other.executionIndex),
		error: result?.error,
	};
}

export function isUnfinished({ status }: { status: ExecutionStatus }): boolean {
	return UNFINISHED.includes(status);
}

/** The items of each output of a node's last run, with all that belongs to them. */
export function lastOutputs(runs: ITaskData[]): INodeExecutionData[][] {
	const outputs = runs.at(-1)?.data?.main ?? [];
	return outputs.map((items) => items ?? []);
}

/** The same, of each item its JSON alone. */
export function lastItems(runs: ITaskData[]): IDataObject[][] {
	return lastOutputs(runs).map((items) => items.map(({ json }) => json));
}

/** One sentence or two. */
export function describeFailure({ node, message, description }: ExecutionFailure): string {
	const where = node ? `${node.name}: ` : '';
	return [`${where}${message}`, description].filter(Boolean).join(' ');
}
