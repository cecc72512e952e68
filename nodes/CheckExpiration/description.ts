import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { entityLocator, idFromItem, localeLocator } from '../shared/n8n/locators';
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
				description:
					'Every custom model, and every endpoint that uses a base model or an unknown model',
			},
			{
				name: 'Endpoints Only',
				value: 'endpoints',
				action: 'Check endpoints only',
				description: 'Every endpoint, judged by the model it uses',
			},
			{
				name: 'One Model',
				value: 'model',
				action: 'Check one model',
				description: 'The model you pick, or the model of the incoming item',
			},
		],
		default: 'all',
		description: 'What to check',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		required: true,
		default: idFromItem('model'),
		description: 'The custom model to check. Defaults to the model of the incoming item.',
		displayOptions: { show: { operation: ['model'] } },
	}),
	{
		displayName: 'Warn Within (Days)',
		name: 'warnWithinDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'How many days before its expiration date a model counts as expiring',
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
					'One page with a timeline, for an email or a browser. Goes to the Retrain output if there is something to do, otherwise to No Retraining.',
			},
		],
		default: 'items',
		description: 'How to return the result',
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
					'Check only this project. The result says how many models and endpoints have no project. Needs API version 2025-10-15.',
			}),
		],
	},
];
