import type { IDataObject } from 'n8n-workflow';
import type { EmulatorAccess } from '../../playground/emulator/emulatorControl.mts';
import type { StoredCredential } from '../../playground/n8n/credential.mts';
import {
	credentialsWith,
	OUR_PREFIX,
	type Connections,
	type WorkflowDraft,
	type WorkflowNode,
} from '../../playground/workflows/workflow.mts';
import { linksTo, linkTo } from '../../playground/workflows/workflowInARow.mts';

const API_VERSION = '2025-10-15';

/** Stored in n8n's database, in process, as a person draws it, and no wait at all. */
export const WAYS = ['stored', 'inProcess', 'drawn', 'ended'] as const;

export type Way = (typeof WAYS)[number];

/** What a workflow does with the models it is given. */
interface Part {
	nodes: WorkflowNode[];
	connections: Connections;
}

/**
 * Ways to wait for a training in n8n, as workflows that take the ids of models by a web hook.
 *
 * @param seconds between two looks; null for the node's own plan, and 90 where a person has to say
 */
export function waysToWait(
	{ emulator, credential }: { emulator: EmulatorAccess; credential: StoredCredential },
	seconds: number | null,
): Record<Way, WorkflowDraft> {
	const options: IDataObject = seconds === null ? {} : { checkEverySeconds: seconds };
	return {
		stored: workflow('stored', waitForTraining(credential, options)),
		inProcess: workflow(
			'in-process',
			waitForTraining(credential, { ...options, waitWhere: 'inProcess' }),
		),
		drawn: workflow('drawn', drawnByHand(emulator, seconds ?? 90)),
		ended: workflow('ended', askedOnce(emulator)),
	};
}

function workflow(path: string, { nodes, connections }: Part): WorkflowDraft {
	const hook: WorkflowNode = {
		name: 'Hook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
	};
	const items: WorkflowNode = {
		name: 'Items',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.models', options: { destinationFieldName: 'model' } },
	};
	return {
		name: path,
		nodes: [hook, items, ...nodes].map((node, index) => ({
			id: `n${index}`,
			position: [index * 220, 0],
			...node,
		})),
		connections: {
			Hook: linksTo('Items'),
			Items: linksTo(nodes[0].name),
			...connections,
		},
		settings: { executionOrder: 'v1' },
	};
}

function waitForTraining(credential: StoredCredential, options: IDataObject): Part {
	const node: WorkflowNode = {
		name: 'Wait For Training',
		type: `${OUR_PREFIX}waitForTraining`,
		typeVersion: 1,
		credentials: credentialsWith(credential),
		parameters: {
			operation: 'model',
			modelId: { __rl: true, mode: 'id', value: '={{ $json.model }}' },
			options,
		},
	};
	return { nodes: [node], connections: {} };
}

/** No wait at all: what n8n keeps of any execution, waiting or not. */
function askedOnce(emulator: EmulatorAccess): Part {
	return { nodes: [ask(emulator), DONE], connections: { Ask: linksTo('Done') } };
}

/** What a person draws today: ask, compare, wait, ask again. */
function drawnByHand(emulator: EmulatorAccess, seconds: number): Part {
	const pause: WorkflowNode = {
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		webhookId: 'drawn-wait',
		parameters: { amount: seconds },
	};
	return {
		nodes: [ask(emulator), HAS_ENDED, pause, SAME_MODEL, DONE],
		connections: {
			Ask: linksTo('Ended?'),
			'Ended?': { main: [[linkTo('Done')], [linkTo('Same Model')]] },
			'Same Model': linksTo('Wait'),
			Wait: linksTo('Ask'),
		},
	};
}

function ask({ url, key }: EmulatorAccess): WorkflowNode {
	return {
		name: 'Ask',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: `=${url}/speechtotext/models/{{ $json.model }}?api-version=${API_VERSION}`,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Ocp-Apim-Subscription-Key', value: key }] },
			options: {},
		},
	};
}

const HAS_ENDED: WorkflowNode = {
	name: 'Ended?',
	type: 'n8n-nodes-base.if',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			combinator: 'and',
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'ended',
					leftValue: "={{ ['Succeeded', 'Failed'].includes($json.status) }}",
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
		},
		options: {},
	},
};

const SAME_MODEL: WorkflowNode = {
	name: 'Same Model',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: [
				{
					id: 'm',
					name: 'model',
					type: 'string',
					value: "={{ $json.self.split('/').pop().split('?')[0] }}",
				},
			],
		},
		options: {},
	},
};

const DONE: WorkflowNode = {
	name: 'Done',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};
