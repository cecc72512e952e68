const EARLIER = 'Earlier Node';
const TRAIN = 'Train Model';
const WAIT = 'Wait For Training';
const AFTER = 'After';
const RED = 'Red';
const INTERRUPTED = 'Interrupted?';

const TRIGGERS = {
	webhook: (path) => ({
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
		webhookId: path,
	}),
	manual: () => ({ type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
	schedule: () => ({
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		parameters: { rule: { interval: [{ field: 'weeks', triggerAtDay: [1], triggerAtHour: 6 }] } },
	}),
	subWorkflow: () => ({
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		parameters: { inputSource: 'passthrough' },
	}),
};

/**
 * A workflow that trains models and waits for them: a trigger, a node that makes the items (each with a file),
 * Train Model, Wait For Training, then one node for what went well and one for the error output. Both of these
 * note which earlier item they believe to stem from.
 *
 * @param options.name of the workflow; the first words of the names of its models as well
 * @param options.retrain id of the model to train again
 * @param options.waitOptions 'Options' of Wait For Training
 * @param options.settings of the workflow
 * @param options.waitsAgain leads items whose wait was interrupted back into it
 */
function waitingWorkflow({
	name,
	credential,
	retrain,
	items = 1,
	trigger = 'webhook',
	onError = 'continueErrorOutput',
	waitOptions = {},
	settings = {},
	waitsAgain = false,
}: {
	name: string;
	credential: { id: string; name: string; type: string };
	retrain: string;
	items?: number;
	trigger?: keyof typeof TRIGGERS;
	onError?: string;
	waitOptions?: object;
	settings?: object;
	waitsAgain?: boolean;
}) {
	const credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	const ours = (type, more) => ({
		type: `n8n-nodes-custom-speech.${type}`,
		typeVersion: 1,
		credentials,
		...more,
	});
	const nodes = [
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
function pathOf(name) {
	return name.toLowerCase().replaceAll(/\W+/g, '-');
}

const to = (node) => ({ node, type: 'main', index: 0 });

function code(jsCode) {
	return { type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/** A web hook may name the models otherwise, by `{ name }` in its body. */
function makeItems(name, items, retrain) {
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
function isInterrupted() {
	const operator = { type: 'string', operation: 'equals' };
	const leftValue = '={{ $json.details.wait.outcome }}';
	const condition = { id: 'outcome', leftValue, rightValue: 'interrupted', operator };
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 };
	const conditions = { options, conditions: [condition], combinator: 'and' };
	return { type: 'n8n-nodes-base.if', typeVersion: 2.2, parameters: { conditions } };
}

function noteOrigin() {
	const value = `={{ $('${EARLIER}').item.json.place }}`;
	const assignment = { id: 'origin', name: 'origin', type: 'number', value };
	const parameters = {
		assignments: { assignments: [assignment] },
		includeOtherFields: true,
		options: {},
	};
	return { type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters };
}

export { waitingWorkflow, pathOf, EARLIER, TRAIN, WAIT, AFTER, RED };
