import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { entityLocator, idFromItem } from '../shared/n8n/locators';
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
				description: 'Retrain a model with the same datasets and settings from another base model',
			},
			{
				name: 'Incoming Item',
				value: 'item',
				action: 'Train from incoming item',
				description:
					"Train with the item's datasets if it has any, otherwise retrain the item's model",
			},
		],
		default: 'item',
		description: 'What to train',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		required: true,
		default: idFromItem('model'),
		description:
			'The model to retrain. Datasets, locale, weight, description, project and custom properties stay the same.',
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
		description: 'The data to train with, all in the same locale',
		displayOptions: { show: { operation: ['new'] } },
		options: [
			{
				displayName: 'Dataset',
				name: 'dataset',
				values: [
					entityLocator('datasets', {
						displayName: 'Dataset',
						name: 'datasetId',
						description: 'A dataset that was processed successfully',
					}),
				],
			},
		],
	},
	entityLocator('baseModels', {
		displayName: 'Base Model',
		name: 'baseModelId',
		default: idFromItem('baseModel'),
		description:
			'The base model to train from. Defaults to the base model of the incoming item. If empty, Azure chooses one for the locale.',
	}),
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Retail en-US',
		description:
			'Name of the new model. Defaults to the name of the retrained model, or the locale, with the release of the base model.',
	},
	simplifyProperty,
	optionsProperty,
];
