import type { IDataObject } from 'n8n-workflow';
import type { StoredCredential } from '../n8n/credential.mts';
import {
	anything,
	flag,
	listOf,
	object,
	optional,
	record,
	recordOf,
	text,
	count,
} from '../json.mts';

/** The nodes and credentials of this package begin with it. */
export const OUR_PREFIX = 'n8n-nodes-custom-speech.';

/** A node as n8n keeps it. */
export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion?: number;
	id?: string;
	position?: [number, number];
	parameters: IDataObject;
	credentials?: Record<string, NodeCredential>;
	disabled?: boolean;
	webhookId?: string;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail?: boolean;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
}

/** Which credential a node has, by its type. */
export interface NodeCredential {
	id: string;
	name: string;
}

/** Where an output leads. */
export interface Link {
	node: string;
	type: string;
	index: number;
}

/** By the name of a node and the kind of its outputs, the links of each output. */
export type Connections = Record<string, Record<string, Link[][]>>;

/** A workflow as a person draws or imports it. */
export interface WorkflowDraft {
	name: string;
	nodes: WorkflowNode[];
	connections: Connections;
	settings?: Record<string, unknown>;
}

/** A workflow stored in n8n. */
export interface StoredWorkflow extends WorkflowDraft {
	id: string;
	versionId: string;
}

/** Which workflow, and what it is called. */
export type WorkflowReference = Pick<StoredWorkflow, 'id' | 'name'>;

const dataObject = (value: unknown): IDataObject => record(value) as IDataObject;

const nodeCredential = object<NodeCredential>({ id: text, name: text });

const workflowNode = object<WorkflowNode>({
	name: text,
	type: text,
	typeVersion: optional(count),
	id: optional(text),
	position: optional(position),
	parameters: dataObject,
	credentials: optional(recordOf(nodeCredential)),
	disabled: optional(flag),
	webhookId: optional(text),
	onError: optional(onError),
	retryOnFail: optional(flag),
	executeOnce: optional(flag),
	alwaysOutputData: optional(flag),
});

const link = object<Link>({ node: text, type: text, index: count });

// An output that leads nowhere may be null.
const links = (value: unknown) => optional(listOf(link))(value) ?? [];

const drawn = {
	name: text,
	nodes: listOf(workflowNode),
	connections: recordOf(recordOf(listOf(links))),
	settings: optional(recordOf(anything)),
};

/** Reads a workflow file. */
export const workflowDraft = object<WorkflowDraft>(drawn);

export const workflowReference = object<WorkflowReference>({ id: text, name: text });

/** Reads what n8n tells of a workflow it has stored. */
export const storedWorkflow = object<StoredWorkflow>({ ...drawn, id: text, versionId: text });

/** What a node says when it has a credential. */
export function credentialsWith({
	id,
	name,
	type,
}: StoredCredential): Record<string, NodeCredential> {
	return { [type]: { id, name } };
}

export function isOurs({ type }: WorkflowNode): boolean {
	return type.startsWith(OUR_PREFIX);
}

/** The node of that name, which must be there. */
export function nodeNamed({ nodes }: WorkflowDraft, wanted: string): WorkflowNode {
	const node = nodes.find(({ name }) => name === wanted);
	if (!node) throw new Error(`The workflow has no node '${wanted}'`);
	return node;
}

function position(value: unknown): [number, number] {
	const [left = 0, top = 0] = listOf(count)(value);
	return [left, top];
}

function onError(value: unknown): WorkflowNode['onError'] {
	const known = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
	return known.find((one) => one === value);
}
