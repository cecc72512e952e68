import type {
	ExecutionBaseError,
	INodeExecutionData,
	IRun,
	IRunExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { CredentialStore } from './credentialStore';
import type { Executions } from './executions';

/** What one node made of its last run. */
export interface NodeRun {
	status: IRun['status'];
	error: ExecutionBaseError | undefined;
	/** The items of each output; the error output, when there is one, comes last. */
	outputs: INodeExecutionData[][];
	hints: NodeExecutionHint[];
	waitTill: Date | undefined;
	/** The whole workflow it ran in. */
	workflow: WorkflowRun;
}

/** A workflow that finished, failed, was cancelled, or waits. */
export interface WorkflowRun {
	status: IRun['status'];
	error: ExecutionBaseError | undefined;
	waitTill: Date | undefined;
	/** Everything the engine recorded. */
	raw: IRun;
	/** The sub-executions it started. */
	children: IRun[];
	credentialStore: CredentialStore;
	/** What the named node made of its last run. */
	of(nodeName: string): NodeRun;
	/** Lets the due time come, for sub-executions first, and says how things stand then. */
	resume(): Promise<WorkflowRun>;
	/** Lets the due time come for the sub-executions only, and says how they stand then. */
	resumeChildren(): Promise<IRun[]>;
	/** Lets n8n stop during the next look of the sub-executions, start again, and go on. */
	resumeAfterCrash(): Promise<WorkflowRun>;
	/** Changes what is stored of the sub-executions that wait. */
	changeStored(change: (data: IRunExecutionData) => void): void;
	/** Has a waiting run wait for another sub-execution than those it started. */
	waitFor(childId: string): void;
	/** Stops a waiting run. */
	cancel(): void;
}

/** Reads the result of an execution. */
export function readRun(
	executions: Executions,
	id: string,
	credentialStore: CredentialStore,
): WorkflowRun {
	const raw = executions.result(id);
	const run: WorkflowRun = {
		status: raw.status,
		error: raw.data.resultData.error,
		waitTill: raw.waitTill ?? undefined,
		raw,
		children: executions.childrenOf(id),
		credentialStore,
		of: (name) => readNode(run, name),
		resume: async () => {
			await executions.resume(id);
			return readRun(executions, id, credentialStore);
		},
		resumeChildren: async () => await executions.resumeChildren(id),
		resumeAfterCrash: async () => {
			await executions.resumeAfterCrash(id);
			return readRun(executions, id, credentialStore);
		},
		waitFor: (childId) => {
			executions.waitFor(id, childId);
		},
		cancel: () => {
			executions.cancel(id);
		},
		changeStored: (change) => {
			executions.changeStored(id, change);
		},
	};
	return run;
}

function readNode(workflow: WorkflowRun, name: string): NodeRun {
	const task = new Map(Object.entries(workflow.raw.data.resultData.runData)).get(name)?.at(-1);
	return {
		status: workflow.status,
		error: task?.error ?? workflow.error,
		outputs: (task?.data?.main ?? []).map((items) => items ?? []),
		hints: task?.hints ?? [],
		waitTill: workflow.waitTill,
		workflow,
	};
}
