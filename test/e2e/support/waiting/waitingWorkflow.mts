import type { IDataObject } from 'n8n-workflow';
import type { StoredCredential } from '../../../../playground/n8n/credential.mts';
import {
	credentialsWith,
	OUR_PREFIX,
	type Link,
	type WorkflowDraft,
	type WorkflowNode,
} from '../../../../playground/workflows/workflow.mts';

export const EARLIER = 'Earlier Node';
export const TRAIN = 'Train Model';
export const WAIT = 'Wait For Training';
export const AFTER = 'After';
export const RED = 'Red';
const INTERRUPTED = 'Interrupted?';

type Placed = Omit<WorkflowNode, 'name'>;

const TRIGGERS = {
	webhook: (path: string): Placed => ({
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
		webhookId: path,
	}),
	manual: (): Placed => ({ type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
	schedule: (): Placed => ({
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		parameters: { rule: { interval: [{ field: 'weeks', triggerAtDay: [1], triggerAtHour: 6 }] } },
	}),
	subWorkflow: (): Placed => ({
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		parameters: { inputSource: 'passthrough' },
	}),
};

export interface WaitingOptions {
	/** Of the workflow; the first words of the names of its models as well. */
	name: string;
	credential: StoredCredential;
	/** ID of the model to train again. */
	retrain: string;
	items?: number;
	trigger?: keyof typeof TRIGGERS;
	onError?: WorkflowNode['onError'];
	/** 'Options' of Wait For Training. */
	waitOptions?: IDataObject;
	settings?: WorkflowDraft['settings'];
	/** Leads items whose wait was interrupted back into it. */
	waitsAgain?: boolean;
}

/**
 * A workflow that trains models and waits for them: a trigger, a node that makes the items (each with a file),
 * Train Model, Wait For Training, then one node for what went well and one for the error output. Both of these
 * note which earlier item they believe to stem from.
 */
export function waitingWorkflow({
	name,
	credential,
	retrain,
	items = 1,
	trigger = 'webhook',
	onError = 'continueErrorOutput',
	waitOptions = {},
	settings = {},
	waitsAgain = false,
}: WaitingOptions): WorkflowDraft {
	const ours = (type: string, more: Pick<Placed, 'parameters' | 'onError'>): Placed => ({
		type: `${OUR_PREFIX}${type}`,
		typeVersion: 1,
		credentials: credentialsWith(credential),
		...more,
	});
	const nodes: WorkflowNode[] = [
		{ name: 'Start', ...TRIGGERS[trigger](pathOf(name)) },
		{ name: EARLIER, ...code(makeItems(name, items, retrain)) },
		{
			name: TRAIN,
			...ours('trainModel', { parameters: { displayName: '={{ $json.name }}' } }),
		},
		{
			name: WAIT,
			...ours('waitForTraining', { parameters: { options: waitOptions }, onError }),
		},
		{ name: AFTER, ...noteOrigin() },
		{ name: RED, ...noteOrigin() },
		...(waitsAgain ? [{ name: INTERRUPTED, ...isInterrupted() }] : []),
	];
	return {
		name,
		nodes: nodes.map((node, index) => ({ id: `n${index}`, position: [index * 220, 0], ...node })),
		connections: {
			Start: { main: [[to(EARLIER)]] },
			[EARLIER]: { main: [[to(TRAIN)]] },
			[TRAIN]: { main: [[to(WAIT)]] },
			[WAIT]: { main: [[to(AFTER)], [to(waitsAgain ? INTERRUPTED : RED)]] },
			...(waitsAgain && { [INTERRUPTED]: { main: [[to(WAIT)], [to(RED)]] } }),
		},
		settings: { executionOrder: 'v1', ...settings },
	};
}

/** The path of the web hook of a workflow of that name. */
export function pathOf(name: string): string {
	return name.toLowerCase().replaceAll(/\W+/g, '-');
}

const to = (node: string): Link => ({ node, type: 'main', index: 0 });

function code(jsCode: string): Placed {
	return { type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/** A web hook may name the models otherwise, by `{ name }` in its body. */
function makeItems(name: string, items: number, retrain: string): string {
	return `const name = $input.first().json.body?.name ?? ${JSON.stringify(name)};
return Array.from({ length: ${items} }, (_, index) => ({
	json: {
		name: ${items} > 1 ? name + ' ' + (index + 1) : name,
		place: index + 1,
		model: { id: ${JSON.stringify(retrain)} },
	},
	binary: {
		data: {
			data: Buffer.from('clip ' + (index + 1)).toString('base64'),
			mimeType: 'text/plain',
			fileName: 'clip-' + (index + 1) + '.txt',
		},
	},
	pairedItem: 0,
}));`;
}

/** Tells an item whose wait was interrupted from one that failed otherwise. */
function isInterrupted(): Placed {
	const operator = { type: 'string', operation: 'equals' };
	const leftValue = '={{ $json.details.wait.outcome }}';
	const condition = { id: 'outcome', leftValue, rightValue: 'interrupted', operator };
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 };
	const conditions = { options, conditions: [condition], combinator: 'and' };
	return { type: 'n8n-nodes-base.if', typeVersion: 2.2, parameters: { conditions } };
}

function noteOrigin(): Placed {
	const value = `={{ $('${EARLIER}').item.json.place }}`;
	const assignment = { id: 'origin', name: 'origin', type: 'number', value };
	const parameters = {
		assignments: { assignments: [assignment] },
		includeOtherFields: true,
		options: {},
	};
	return { type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters };
}
