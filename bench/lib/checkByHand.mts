import { hookThatWaits } from './hookThatWaits.mts';

const API_VERSION = '2025-10-15';

/**
 * What a person draws in n8n today to learn which models expire: read three lists, join them, count the days.
 *
 */
function checkByHand(emulator: { url: string; key: string }) {
	const nodes = [
		hookThatWaits('by-hand'),
		readList(emulator, 'Models', '/models'),
		splitOut('Each Model'),
		node('Days Left', 'set', 3.4, {
			includeOtherFields: true,
			assignments: {
				assignments: [
					{
						id: 'days',
						name: 'daysLeft',
						type: 'number',
						value:
							"={{ DateTime.fromISO($json.properties.deprecationDates.transcriptionDateTime).diffNow('days').days }}",
					},
				],
			},
			options: {},
		}),
		readList(emulator, 'Endpoints', '/endpoints'),
		splitOut('Each Endpoint'),
		readList(emulator, 'Base Models', '/models/base'),
		splitOut('Each Base Model'),
		node('Newest First', 'sort', 1, {
			sortFieldsUi: { sortField: [{ fieldName: 'createdDateTime', order: 'descending' }] },
			options: {},
		}),
		node('Newest of a Locale', 'removeDuplicates', 1.1, {
			compare: 'selectedFields',
			fieldsToCompare: 'locale',
			options: {},
		}),
		join('With Endpoints', 'self', 'model.self'),
		join('With Newest Base Model', 'locale', 'locale'),
		node('Expires Soon?', 'if', 2.2, {
			conditions: {
				combinator: 'and',
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{
						id: 'soon',
						leftValue: '={{ $json.daysLeft }}',
						rightValue: 60,
						operator: { type: 'number', operation: 'lt' },
					},
				],
			},
			options: {},
		}),
	];
	return {
		name: 'by-hand',
		nodes: nodes.map((drawn, index) => ({
			id: `hand-${index}`,
			position: [index * 220, 0],
			...drawn,
		})),
		connections: {
			Hook: { main: [[to('Models'), to('Endpoints'), to('Base Models')]] },
			...inARow('Models', 'Each Model', 'Days Left', 'With Endpoints'),
			...inARow('Endpoints', 'Each Endpoint'),
			'Each Endpoint': { main: [[to('With Endpoints', 1)]] },
			...inARow('Base Models', 'Each Base Model', 'Newest First', 'Newest of a Locale'),
			'Newest of a Locale': { main: [[to('With Newest Base Model', 1)]] },
			...inARow('With Endpoints', 'With Newest Base Model', 'Expires Soon?'),
		},
		settings: { executionOrder: 'v1' },
	};
}

function node(name, type, typeVersion, parameters) {
	return { name, type: `n8n-nodes-base.${type}`, typeVersion, parameters };
}

/** All pages of a list. */
function readList({ url, key }, name, path) {
	return node(name, 'httpRequest', 4.2, {
		url: `${url}/speechtotext${path}?api-version=${API_VERSION}&top=100`,
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'Ocp-Apim-Subscription-Key', value: key }] },
		options: {
			pagination: {
				pagination: {
					paginationMode: 'responseContainsNextURL',
					nextURL: "={{ $response.body['@nextLink'] }}",
					paginationCompleteWhen: 'other',
					completeExpression: "={{ !$response.body['@nextLink'] }}",
				},
			},
		},
	});
}

function splitOut(name) {
	return node(name, 'splitOut', 1, { fieldToSplitOut: 'values', options: {} });
}

/** Adds to each item of the first input what the second has of it. */
function join(name, field1, field2) {
	return node(name, 'merge', 3, {
		mode: 'combine',
		combineBy: 'combineByFields',
		advanced: true,
		mergeByFields: { values: [{ field1, field2 }] },
		joinMode: 'enrichInput1',
		options: {},
	});
}

function inARow(...names) {
	return Object.fromEntries(
		names.slice(1).map((name, index) => [names[index], { main: [[to(name)]] }]),
	);
}

const to = (name, index = 0) => ({ node: name, type: 'main', index });

export { checkByHand };
