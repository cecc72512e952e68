import type { StoredCredential } from '../n8n/credential.mts';
import {
	credentialsWith,
	OUR_PREFIX,
	type Connections,
	type WorkflowDraft,
	type WorkflowNode,
} from './workflow.mts';

/** The trigger that `runOnSchedule` lets fire. */
const SCHEDULE: WorkflowNode = {
	name: 'Now',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'weeks' }] } },
};

/**
 * A workflow of nodes in a row, each leading to the next by its first output.
 *
 * @param nodes what n8n keeps of them but place and id; the type of this package's own nodes is their bare name
 * @param more.credential for this package's own nodes
 * @param more.trigger left out, a weekly schedule
 */
export function workflowInARow(
	name: string,
	nodes: WorkflowNode[],
	{
		credential,
		trigger = SCHEDULE,
	}: { credential?: StoredCredential; trigger?: WorkflowNode } = {},
): WorkflowDraft {
	const row = [trigger, ...nodes.map((node) => (isBare(node) ? asOurs(node, credential) : node))];
	return {
		name,
		nodes: row.map((node, index) => ({ id: `row-${index}`, position: [index * 240, 0], ...node })),
		connections: connectedInARow(row.map((node) => node.name)),
		settings: { executionOrder: 'v1' },
	};
}

/** Each name leads to the next. */
export function connectedInARow(names: string[]): Connections {
	return Object.fromEntries(names.slice(1).map((next, index) => [names[index], linksTo(next)]));
}

/** The first output leads to one node. */
export function linksTo(node: string, index = 0): Connections[string] {
	return { main: [[{ node, type: 'main', index }]] };
}

function isBare({ type }: WorkflowNode) {
	return !type.includes('.');
}

function asOurs(node: WorkflowNode, credential: StoredCredential | undefined): WorkflowNode {
	if (!credential) throw new Error(`'${node.name}' needs a credential`);
	return {
		...node,
		type: `${OUR_PREFIX}${node.type}`,
		typeVersion: 1,
		credentials: credentialsWith(credential),
	};
}
