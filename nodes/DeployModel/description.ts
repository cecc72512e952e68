import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { endpointField } from '../shared/n8n/endpointField';
import { entityLocator } from '../shared/n8n/locators';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';
import { storedWaitProperty } from '../shared/waiting/options';
import { optionsProperty } from './optionsProperty';

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Update Endpoint',
				value: 'update',
				action: 'Deploy model to endpoint',
				description: 'Let an endpoint serve the model; its ID, URL and logging stay as they are',
			},
			{
				name: 'Create Endpoint',
				value: 'create',
				action: 'Deploy model to new endpoint',
				description: 'Make a new endpoint that serves the model',
			},
			{
				name: 'Roll Back',
				value: 'rollBack',
				action: 'Roll back endpoint to earlier model',
				description: 'Set an endpoint back to the model it served before',
			},
		],
		default: 'update',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		alsoBaseModels: true,
		required: true,
		default: '={{ $json.model }}',
		description:
			'The model to deploy; it must be trained and not expired. By URL or ID a base model is taken, too.',
		displayOptions: { show: { operation: ['update', 'create'] } },
	}),
	endpointField({
		description: 'The endpoint to change, read from the incoming item by default',
		required: true,
		displayOptions: { show: { operation: ['update', 'rollBack'] } },
	}),
	{
		displayName: 'Roll Back To',
		name: 'rollBackTo',
		type: 'options',
		options: [
			{
				name: 'Chosen Model',
				value: 'model',
				description: 'A model you pick',
			},
			{
				name: 'Previous Model',
				value: 'recorded',
				description: 'The one it served before Deploy Model changed it last',
			},
		],
		default: 'recorded',
		description: 'What the endpoint is to serve again',
		displayOptions: { show: { operation: ['rollBack'] } },
	},
	entityLocator('models', {
		displayName: 'Earlier Model',
		name: 'earlierModelId',
		alsoBaseModels: true,
		required: true,
		description: 'The model to go back to. By URL or ID a base model is taken, too.',
		displayOptions: { show: { operation: ['rollBack'], rollBackTo: ['model'] } },
	}),
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Retail live',
		description: "Name of the new endpoint. Empty: the model's name.",
		displayOptions: { show: { operation: ['create'] } },
	},
	simplifyProperty,
	storedWaitProperty,
	optionsProperty,
];
