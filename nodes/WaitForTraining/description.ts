import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { entityLocator, idFromItem } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';
import {
	checkEveryOption,
	giveUpAfterOption,
	storedWaitProperty,
	waitWhereOption,
} from '../shared/waiting/options';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Wait For',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Dataset',
				value: 'dataset',
				action: 'Wait for dataset',
				description: 'Until the data is processed',
			},
			{
				name: 'Endpoint',
				value: 'endpoint',
				action: 'Wait for endpoint',
				description: 'Until the deployment or its last change finishes',
			},
			{
				name: 'Incoming Item',
				value: 'item',
				action: 'Wait for job of incoming item',
				description: 'The first unfinished job of the item, starting with its model',
			},
			{
				name: 'Model',
				value: 'model',
				action: 'Wait for model training',
				description: 'Until the training finishes',
			},
			{
				name: 'Model Copy',
				value: 'modelCopy',
				action: 'Wait for model copy',
				description: 'Until the copy to another resource finishes',
			},
			{
				name: 'Test',
				value: 'evaluation',
				action: 'Wait for test',
				description: 'Until the error rates are known',
			},
		],
		default: 'item',
		description: 'What to wait for',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		required: true,
		default: idFromItem('model'),
		description: 'The model in training',
		displayOptions: { show: { operation: ['model'] } },
	}),
	entityLocator('datasets', {
		displayName: 'Dataset',
		name: 'datasetId',
		required: true,
		default: idFromItem('dataset'),
		description: 'The dataset being processed',
		displayOptions: { show: { operation: ['dataset'] } },
	}),
	entityLocator('endpoints', {
		displayName: 'Endpoint',
		name: 'endpointId',
		required: true,
		default: idFromItem('endpoint'),
		description: 'The endpoint being deployed or changed',
		displayOptions: { show: { operation: ['endpoint'] } },
	}),
	entityLocator('evaluations', {
		displayName: 'Test',
		name: 'evaluationId',
		required: true,
		default: idFromItem('test'),
		description: 'The running test, called an evaluation in the API',
		displayOptions: { show: { operation: ['evaluation'] } },
	}),
	{
		displayName: 'Model Copy',
		name: 'modelCopyId',
		type: 'string',
		required: true,
		default: idFromItem('modelCopy'),
		placeholder: 'e.g. 1b2c3d4e-0000-4000-8000-123456789abc',
		description: 'ID or URL of the copy operation, as returned by the copy request',
		displayOptions: { show: { operation: ['modelCopy'] } },
	},
	simplifyProperty,
	storedWaitProperty,
	optionsCollection([
		checkEveryOption,
		giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'Training with audio can take days.'),
		waitWhereOption,
	]),
];
