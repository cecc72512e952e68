import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { entityLocator } from '../shared/n8n/locators';
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
				description: 'Until the service has processed the data',
			},
			{
				name: 'Endpoint',
				value: 'endpoint',
				action: 'Wait for endpoint',
				description: 'Until the deployment or its last change is done',
			},
			{
				name: 'Incoming Item',
				value: 'item',
				action: 'Wait for job of incoming item',
				description: 'What the item carries that is not finished: its model first',
			},
			{
				name: 'Model',
				value: 'model',
				action: 'Wait for model training',
				description: 'Until the training is done',
			},
			{
				name: 'Model Copy',
				value: 'modelCopy',
				action: 'Wait for model copy',
				description: 'Until a model is copied to another resource',
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
		default: '={{ $json.model }}',
		description: 'The model in training',
		displayOptions: { show: { operation: ['model'] } },
	}),
	entityLocator('datasets', {
		displayName: 'Dataset',
		name: 'datasetId',
		required: true,
		default: '={{ $json.dataset }}',
		description: 'The dataset being processed',
		displayOptions: { show: { operation: ['dataset'] } },
	}),
	entityLocator('endpoints', {
		displayName: 'Endpoint',
		name: 'endpointId',
		required: true,
		default: '={{ $json.endpoint }}',
		description: 'The endpoint being deployed or changed',
		displayOptions: { show: { operation: ['endpoint'] } },
	}),
	entityLocator('evaluations', {
		displayName: 'Test',
		name: 'evaluationId',
		required: true,
		default: '={{ $json.test }}',
		description: 'The test being run; the API calls it an evaluation',
		displayOptions: { show: { operation: ['evaluation'] } },
	}),
	{
		displayName: 'Model Copy',
		name: 'modelCopyId',
		type: 'string',
		required: true,
		default: '={{ $json.modelCopy }}',
		placeholder: 'e.g. 1b2c3d4e-0000-4000-8000-123456789abc',
		description: 'ID or URL of the copy operation, as the request to copy returned it',
		displayOptions: { show: { operation: ['modelCopy'] } },
	},
	simplifyProperty,
	storedWaitProperty,
	optionsCollection([
		checkEveryOption,
		giveUpAfterOption(
			DEFAULT_GIVE_UP_DAYS,
			'Training with audio may take days; how many, sources tell differently.',
		),
		waitWhereOption,
	]),
];
