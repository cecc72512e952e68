import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { entityLocator } from '../shared/n8n/locators';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';
import { optionsProperty } from './optionsProperty';

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Source',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'New Model',
				value: 'new',
				action: 'Train new model',
				description: 'Train a new model from the datasets you choose',
			},
			{
				name: 'Existing Model',
				value: 'retrain',
				action: 'Retrain existing model',
				description: 'Retrain a model with the same datasets and settings on another base model',
			},
			{
				name: 'Incoming Item',
				value: 'item',
				action: 'Train from incoming item',
				description:
					"Train from the item's datasets if it brings some, otherwise retrain the item's model",
			},
		],
		default: 'item',
		description: 'What to train',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		required: true,
		default: '={{ $json.model }}',
		description:
			'The model to retrain: datasets, locale, weight, description, project and custom properties stay the same',
		displayOptions: { show: { operation: ['item', 'retrain'] } },
	}),
	{
		displayName: 'Datasets',
		name: 'datasets',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Dataset' },
		placeholder: 'Add Dataset',
		default: { dataset: [{ datasetId: { __rl: true, mode: 'list', value: '' } }] },
		required: true,
		description: 'The data to train with; all of one locale',
		displayOptions: { show: { operation: ['new'] } },
		options: [
			{
				displayName: 'Dataset',
				name: 'dataset',
				values: [
					entityLocator('datasets', {
						displayName: 'Dataset',
						name: 'datasetId',
						description: 'A dataset whose processing has succeeded',
					}),
				],
			},
		],
	},
	entityLocator('baseModels', {
		displayName: 'Base Model',
		name: 'baseModelId',
		default: '={{ $json.baseModel }}',
		description:
			"The base model to train from, read from the incoming item by default. Empty: the service's default for the locale.",
	}),
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Retail en-US',
		description:
			"Name of the new model. Empty: the retrained model's name, or the locale, with the base model's release.",
	},
	simplifyProperty,
	optionsProperty,
];
