import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { entityLocator, localeLocator } from '../shared/n8n/locators';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Scope',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'All Models and Endpoints',
				value: 'all',
				action: 'Check all models and endpoints',
				description: 'Every custom model, and every endpoint that serves something else',
			},
			{
				name: 'Endpoints Only',
				value: 'endpoints',
				action: 'Check endpoints only',
				description: 'Every endpoint, by the model it serves',
			},
			{
				name: 'One Model',
				value: 'model',
				action: 'Check one model',
				description: 'The model you pick or the incoming item brings',
			},
		],
		default: 'all',
		description: 'What to check',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		required: true,
		default: '={{ $json.model }}',
		description: 'The custom model to check, read from the incoming item by default',
		displayOptions: { show: { operation: ['model'] } },
	}),
	{
		displayName: 'Warn Within (Days)',
		name: 'warnWithinDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'A model counts as expiring this many days before its last day',
	},
	{
		displayName: 'Output',
		name: 'returnAs',
		type: 'options',
		options: [
			{
				name: 'Items',
				value: 'items',
				description: 'One item for each model and endpoint',
			},
			{
				name: 'Report',
				value: 'report',
				description:
					'One page with a timeline of them all, for a mail or a browser. It leaves by the upper output when something is to be done, otherwise by the lower one.',
			},
		],
		default: 'items',
		description: 'What to make of the findings',
	},
	{ ...simplifyProperty, displayOptions: { show: { returnAs: ['items'] } } },
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		displayOptions: { show: { operation: ['all', 'endpoints'] } },
		options: [
			localeLocator({
				displayName: 'Locale',
				name: 'locale',
				description: 'Check only this language and region',
			}),
			entityLocator('projects', {
				displayName: 'Project',
				name: 'projectId',
				description:
					'Check only this project. What names no project is left out, and the result says how many. Needs API version 2025-10-15.',
			}),
		],
	},
];
