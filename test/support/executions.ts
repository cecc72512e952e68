import { parse, stringify } from 'flatted';
import {
	createRunExecutionData,
	ManualExecutionCancelledError,
	Workflow,
	type ExecuteWorkflowData,
	type ExecuteWorkflowOptions,
	type IExecuteWorkflowInfo,
	type INodeExecutionData,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type RelatedExecution,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataWith } from './additionalData';
import { defined } from './defined';
import type { CredentialStore } from './credentialStore';

/** Like n8n's own, an id is never given twice. */
let executionsSoFar = 0;

/** A run of the engine that can be cancelled. */
export type RunningExecution = Promise<IRun> & { cancel(): void };

/** The two things that only n8n-core can do. */
export interface EngineParts {
	run(
		additionalData: IWorkflowExecuteAdditionalData,
		mode: WorkflowExecuteMode,
		data: IRunExecutionData,
		workflow: Workflow,
	): RunningExecution;
	hooks(mode: WorkflowExecuteMode, id: string, data: IWorkflowBase): object;
}

interface Execution {
	id: string;
	workflow: IWorkflowBase;
	mode: WorkflowExecuteMode;
	data: IRunExecutionData;
	parent?: RelatedExecution;
	running?: RunningExecution;
	last?: IRun;
}

/** The executions of one test, kept as n8n keeps them: a waiting one is nothing but its stored data. */
export class Executions {
	private readonly all = new Map<string, Execution>();

	constructor(
		private readonly engine: EngineParts,
		private readonly nodeTypes: INodeTypes,
		private readonly credentials: CredentialStore,
	) {}

	/** Runs a workflow from one node with the given items; `started` learns the id at once. */
	async start(
		workflow: IWorkflowBase,
		startName: string,
		items: INodeExecutionData[],
		mode: WorkflowExecuteMode,
		options: { parent?: RelatedExecution; started?: (id: string) => void } = {},
	): Promise<string> {
		const id = String(++executionsSoFar);
		const node = defined(this.build(workflow).getNode(startName));
		const stack = [{ node, data: { main: [items] }, source: null }];
		const data = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
		this.all.set(id, { id, workflow, mode, data, parent: options.parent });
		options.started?.(id);
		await this.run(id);
		return id;
	}

	/** How an execution stands: finished, failed, cancelled or waiting. */
	result(id: string): IRun {
		return defined(this.get(id).last);
	}

	/** Lets the due time of a waiting execution come: its children go on first, then it does. */
	async resume(id: string): Promise<void> {
		const execution = this.get(id);
		if (execution.last?.status !== 'waiting') throw new Error(`Execution ${id} is not waiting`);
		for (const child of this.waitingChildrenOf(id)) {
			await this.resume(child.id);
			if (this.result(child.id).status === 'waiting') return;
			handResultTo(execution, child);
		}
		await this.run(id, { restartExecutionId: id });
	}

	/** Lets the due time of the sub-executions come, and nothing else. */
	async resumeChildren(id: string): Promise<IRun[]> {
		for (const child of this.waitingChildrenOf(id)) await this.resume(child.id);
		return this.childrenOf(id);
	}

	/** Changes what is stored of the sub-executions that wait. */
	changeStored(id: string, change: (data: IRunExecutionData) => void): void {
		for (const child of this.waitingChildrenOf(id)) change(child.data);
	}

	/** Has a waiting execution wait for another sub-execution than those it started. */
	waitFor(id: string, childId: string): void {
		const [waiting] = defined(this.get(id).data.executionData).nodeExecutionStack;
		waiting.metadata = { ...waiting.metadata, waitingChildExecutionIds: [childId] };
	}

	/** Lets n8n stop during the next look of the sub-executions: they are marked as crashed, and this one goes on with what they stored last. */
	async resumeAfterCrash(id: string): Promise<void> {
		const execution = this.get(id);
		for (const child of this.waitingChildrenOf(id)) {
			defined(child.last).status = 'crashed';
			handResultTo(execution, child);
		}
		await this.run(id, { restartExecutionId: id });
	}

	/** Stops an execution as the Stop button does. Its sub-executions are not told. */
	cancel(id: string): void {
		const execution = this.get(id);
		if (execution.last?.status !== 'waiting') return execution.running?.cancel();
		execution.last.status = 'canceled';
		execution.data.resultData.error = new ManualExecutionCancelledError(id);
	}

	/** The executions some other one started, in order. */
	childrenOf(id: string): IRun[] {
		return this.executionsUnder(id).map((child) => defined(child.last));
	}

	private async run(id: string, more: Partial<IWorkflowExecuteAdditionalData> = {}): Promise<void> {
		const execution = this.get(id);
		const { workflow, mode, data } = execution;
		const additionalData = additionalDataWith({
			...more,
			executionId: id,
			workflowId: workflow.id,
			credentialsHelper: this.credentials,
			executeWorkflow: async (info, _from, options) => await this.startChild(info, options),
			getRunExecutionData: (other) => Promise.resolve(this.all.get(other)?.data),
		});
		Object.assign(additionalData, { hooks: this.engine.hooks(mode, id, workflow) });
		execution.running = this.engine.run(additionalData, mode, data, this.build(workflow));
		execution.last = await execution.running;
		// what waits is written to a database and read back: nothing but plain data survives
		execution.data =
			execution.last.status === 'waiting'
				? storedAndRead(execution.last.data)
				: execution.last.data;
	}

	private async startChild(
		{ code }: IExecuteWorkflowInfo,
		{ inputData, executionMode, parentExecution }: ExecuteWorkflowOptions,
	): Promise<ExecuteWorkflowData> {
		if (!code) throw new Error('Tests know inline sub-workflows only');
		const first = defined(code.nodes.find(({ type }) => type.endsWith('.executeWorkflowTrigger')));
		const options = { parent: parentExecution };
		const mode = executionMode ?? 'integrated';
		const id = await this.start(code, first.name, inputData ?? [], mode, options);
		const run = this.result(id);
		if (run.data.resultData.error) throw run.data.resultData.error;
		return { executionId: id, data: lastOutput(run) ?? [], waitTill: run.waitTill };
	}

	private build(data: IWorkflowBase): Workflow {
		const { id, name, connections, staticData, settings } = data;
		const nodes = structuredClone(data.nodes);
		const { nodeTypes } = this;
		return new Workflow({
			id,
			name,
			nodes,
			connections,
			staticData,
			settings,
			active: false,
			nodeTypes,
		});
	}

	private executionsUnder(id: string): Execution[] {
		return [...this.all.values()].filter(({ parent }) => parent?.executionId === id);
	}

	private waitingChildrenOf(id: string): Execution[] {
		return this.executionsUnder(id).filter(
			({ last, parent }) => last?.status === 'waiting' && parent?.shouldResume,
		);
	}

	private get(id: string): Execution {
		const execution = this.all.get(id);
		if (!execution) throw new Error(`There is no execution ${id}`);
		return execution;
	}
}

/** n8n's own way: an object or a string that comes more than once is written once. */
const storedAndRead = (data: IRunExecutionData): IRunExecutionData =>
	parse(stringify(data)) as IRunExecutionData;

/** The output of the node that ran last, all its branches. */
function lastOutput(run: IRun) {
	const { lastNodeExecuted, runData } = run.data.resultData;
	return new Map(Object.entries(runData)).get(lastNodeExecuted ?? '')?.at(-1)?.data?.main;
}

/** Puts what a child ended with where its parent goes on from: its items, or its error. */
function handResultTo(parent: Execution, child: Execution): void {
	const [waiting] = defined(parent.data.executionData).nodeExecutionStack;
	const last = defined(child.last);
	const { error } = last.data.resultData;
	if (error) waiting.metadata = { ...waiting.metadata, resumeError: error };
	else waiting.data = { main: lastOutput(last) ?? [] };
}
