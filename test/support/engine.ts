import {
	CredentialTestContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	Workflow,
	type IConnections,
	type ICredentialTestFunctions,
	type ICredentialType,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeType,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataWith } from './additionalData';
import { CredentialStore, type CredentialValues } from './credentialStore';
import { Executions, type EngineParts, type RunningExecution } from './executions';
import { nodeTypesOf } from './nodeTypes';
import { registeredCredentials } from './registeredTypes.mts';
import { readRun, type NodeRun, type WorkflowRun } from './runResults';
import { inARow, nameOf, nodesOf, START_NAME, type PlacedNode } from './testWorkflow';

export type { NodeRun, WorkflowRun, PlacedNode };

/** What surrounds the nodes of a test. */
export interface Surroundings {
	/** Values by credential type, as a person typed them; the same object sees saved tokens. */
	credentials?: CredentialValues;
	/** Credential classes besides the registered ones. */
	credentialTypes?: ICredentialType[];
	mode?: WorkflowExecuteMode;
	/** An empty string stands for a workflow that was never saved. */
	workflowId?: string;
	/** Settings of the workflow besides its execution order. */
	settings?: IWorkflowSettings;
}

/** A workflow to run. The stub that feeds the items in is called 'Start'. */
export interface WorkflowTest extends Surroundings {
	nodes: PlacedNode[];
	items?: INodeExecutionData[];
	/** Left out, the nodes stand in a row. */
	connections?: IConnections;
}

/** One node under test, with whatever stands before it. */
export interface NodeTest extends Surroundings, PlacedNode {
	items?: INodeExecutionData[];
	upstream?: PlacedNode[];
}

/** A run under way. */
export interface Handle<Result> {
	finished: Promise<Result>;
	cancel(): void;
}

const engine: EngineParts = {
	run: (additionalData, mode, data, workflow) =>
		new WorkflowExecute(additionalData, mode, data).processRunExecutionData(
			workflow,
		) as unknown as RunningExecution,
	hooks: (mode, id, data) => new ExecutionLifecycleHooks(mode, id, data),
};

/** Starts a workflow in n8n's own engine. */
export function startWorkflow(test: WorkflowTest): Handle<WorkflowRun> {
	const store = storeFor(test);
	const nodeTypes = nodeTypesOf(test.nodes.map(({ node }) => node));
	const executions = new Executions(engine, nodeTypes, store);
	let executionId = '';
	const run = executions.start(
		canvas(test, store),
		START_NAME,
		test.items ?? [{ json: {} }],
		test.mode ?? 'manual',
		{ started: (id) => (executionId = id) },
	);
	return {
		finished: run.then((id) => readRun(executions, id, store)),
		cancel: () => executions.cancel(executionId),
	};
}

/** Runs a workflow to its end, or until it waits. */
export async function runWorkflow(test: WorkflowTest): Promise<WorkflowRun> {
	return await startWorkflow(test).finished;
}

/** Starts a workflow that ends in the node under test. */
export function startNode(test: NodeTest): Handle<NodeRun> {
	const {
		items,
		upstream = [],
		credentials,
		credentialTypes,
		mode,
		workflowId,
		settings,
		...placed
	} = test;
	const { finished, cancel } = startWorkflow({
		nodes: [...upstream, placed],
		items,
		credentials,
		credentialTypes,
		mode,
		workflowId,
		settings,
	});
	return { finished: finished.then((run) => run.of(nameOf(placed))), cancel };
}

/** Runs the node under test. */
export async function runNode(test: NodeTest): Promise<NodeRun> {
	return await startNode(test).finished;
}

/** Opens a list as the editor does when a person clicks into it. */
export async function callListSearch(
	node: INodeType,
	method: string,
	filter?: string,
	paginationToken?: string,
	test: Surroundings & { parameters?: INodeParameters } = {},
): Promise<INodeListSearchResult> {
	const { parameters, ...surroundings } = test;
	const store = storeFor(surroundings);
	const placed = { node, parameters };
	const { nodes, connections } = canvas({ ...surroundings, nodes: [placed] }, store);
	const workflow = new Workflow({
		nodes,
		connections,
		active: false,
		nodeTypes: nodeTypesOf([node]),
	});
	const onCanvas = workflow.getNode(nameOf(placed))!;
	const additionalData = additionalDataWith({
		executionId: undefined,
		credentialsHelper: store,
		currentNodeParameters: onCanvas.parameters,
		executeWorkflow: async () => {
			throw new Error('A list search starts no workflow');
		},
		getRunExecutionData: async () => undefined,
	});
	const context = new LoadOptionsContext(workflow, onCanvas, additionalData, '');
	return await node.methods!.listSearch![method].call(context, filter, paginationToken);
}

/** What n8n gives a credential test to work with. */
export function credentialTestContext(): ICredentialTestFunctions {
	return new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
}

function storeFor({ credentialTypes = [], credentials = {} }: Surroundings): CredentialStore {
	return new CredentialStore([...registeredCredentials(), ...credentialTypes], credentials);
}

function canvas(test: WorkflowTest, store: CredentialStore): IWorkflowBase {
	return {
		id: test.workflowId ?? 'test-workflow',
		name: 'Test Workflow',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		settings: { executionOrder: 'v1', ...test.settings },
		nodes: nodesOf(test.nodes, store.references()),
		connections: test.connections ?? inARow([START_NAME, ...test.nodes.map(nameOf)]),
	};
}
