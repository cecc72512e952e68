import type { IDataObject } from 'n8n-workflow';
import type { EmulatorAccess } from '../../playground/emulator/emulatorControl.mts';
import type {
	Connections,
	WorkflowDraft,
	WorkflowNode,
} from '../../playground/workflows/workflow.mts';
import { connectedInARow, linksTo, linkTo } from '../../playground/workflows/workflowInARow.mts';
import { hookThatWaits } from './hookThatWaits.mts';

const API_VERSION = '2025-10-15';

const CONNECTIONS: Connections = {
	Hook: { main: [[linkTo('Models'), linkTo('Endpoints'), linkTo('Base Models')]] },
	...connectedInARow(['Models', 'Each Model', 'Days Left', 'With Endpoints']),
	...connectedInARow(['Endpoints', 'Each Endpoint']),
	'Each Endpoint': linksTo('With Endpoints', 1),
	...connectedInARow(['Base Models', 'Each Base Model', 'Newest First', 'Newest of a Locale']),
	'Newest of a Locale': linksTo('With Newest Base Model', 1),
	...connectedInARow(['With Endpoints', 'With Newest Base Model', 'Expires Soon?']),
};

/** What a person draws in n8n today to learn which models expire: read three lists, join them, count the days. */
export function checkByHand(emulator: EmulatorAccess): WorkflowDraft {
	return {
		name: 'by-hand',
		nodes: nodesOf(emulator).map((drawn, index) => ({
			id: `hand-${index}`,
			position: [index * 220, 0],
			...drawn,
		})),
		connections: CONNECTIONS,
		settings: { executionOrder: 'v1' },
	};
}

function nodesOf(emulator: EmulatorAccess): WorkflowNode[] {
	return [
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
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
): WorkflowNode {
	return { name, type: `n8n-nodes-base.${type}`, typeVersion, parameters };
}

/** All pages of a list. */
function readList({ url, key }: EmulatorAccess, name: string, path: string) {
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

function splitOut(name: string) {
	return node(name, 'splitOut', 1, { fieldToSplitOut: 'values', options: {} });
}

/** Adds to each item of the first input what the second has of it. */
function join(name: string, field1: string, field2: string) {
	return node(name, 'merge', 3, {
		mode: 'combine',
		combineBy: 'combineByFields',
		advanced: true,
		mergeByFields: { values: [{ field1, field2 }] },
		joinMode: 'enrichInput1',
		options: {},
	});
}
