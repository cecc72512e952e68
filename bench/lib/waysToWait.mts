const API_VERSION = '2025-10-15';

/**
 * Three ways to wait for a training in n8n, as workflows that take the ids of models by a web hook.
 *
 * @param seconds between two looks; null for the node's own plan, and 90 where a person has to say
 */
function waysToWait(
	{
		emulator,
		credential,
	}: {
		emulator: { url: string; key: string };
		credential: { id: string; name: string; type: string };
	},
	seconds: number | null,
) {
	const options = seconds === null ? {} : { checkEverySeconds: seconds };
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

function workflow(path, { nodes, connections }) {
	const hook = {
		name: 'Hook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
	};
	const items = {
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
			Hook: { main: [[to('Items')]] },
			Items: { main: [[to(nodes[0].name)]] },
			...connections,
		},
		settings: { executionOrder: 'v1' },
	};
}

function waitForTraining(credential, options) {
	const node = {
		name: 'Wait For Training',
		type: 'n8n-nodes-custom-speech.waitForTraining',
		typeVersion: 1,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		parameters: {
			waitFor: 'model',
			modelId: { __rl: true, mode: 'id', value: '={{ $json.model }}' },
			options,
		},
	};
	return { nodes: [node], connections: {} };
}

/** No wait at all: what n8n keeps of any execution, waiting or not. */
function askedOnce(emulator) {
	const { nodes } = drawnByHand(emulator, 0);
	const [ask, done] = ['Ask', 'Done'].map((name) => nodes.find((node) => node.name === name));
	return { nodes: [ask, done], connections: { Ask: { main: [[to('Done')]] } } };
}

/** What a person draws today: ask, compare, wait, ask again. */
function drawnByHand({ url, key }, seconds) {
	const ask = {
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
	const ended = {
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
	const pause = {
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		webhookId: 'drawn-wait',
		parameters: { amount: seconds },
	};
	const again = {
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
	const done = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	return {
		nodes: [ask, ended, pause, again, done],
		connections: {
			Ask: { main: [[to('Ended?')]] },
			'Ended?': { main: [[to('Done')], [to('Same Model')]] },
			'Same Model': { main: [[to('Wait')]] },
			Wait: { main: [[to('Ask')]] },
		},
	};
}

const to = (node) => ({ node, type: 'main', index: 0 });

export { waysToWait };
