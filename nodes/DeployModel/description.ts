import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { endpointField } from '../shared/n8n/endpointField';
import { entityLocator, idFromItem } from '../shared/n8n/locators';
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
				description:
					'Switch an existing endpoint to the model; its ID, URL and logging stay the same',
			},
			{
				name: 'Create Endpoint',
				value: 'create',
				action: 'Deploy model to new endpoint',
				description: 'Create an endpoint that uses the model',
			},
			{
				name: 'Roll Back',
				value: 'rollBack',
				action: 'Roll back endpoint to earlier model',
				description: 'Return an endpoint to a model it used before',
			},
		],
		default: 'update',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		alsoBaseModels: true,
		required: true,
		default: idFromItem('model'),
		description:
			'The model to deploy, trained and not expired. You can also enter the URL or ID of a base model.',
		displayOptions: { show: { operation: ['update', 'create'] } },
	}),
	endpointField({
		description: 'The endpoint to change. Defaults to the endpoint of the incoming item.',
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
				description: 'The model it used before Deploy Model last changed it',
			},
		],
		default: 'recorded',
		description: 'The model to return to',
		displayOptions: { show: { operation: ['rollBack'] } },
	},
	entityLocator('models', {
		displayName: 'Earlier Model',
		name: 'earlierModelId',
		alsoBaseModels: true,
		required: true,
		description: 'The model to return to. You can also enter the URL or ID of a base model.',
		displayOptions: { show: { operation: ['rollBack'], rollBackTo: ['model'] } },
	}),
	{
		displayName: 'Name',
		name: 'displayName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Retail live',
		description: "Name of the new endpoint. Defaults to the model's name.",
		displayOptions: { show: { operation: ['create'] } },
	},
	simplifyProperty,
	storedWaitProperty,
	optionsProperty,
];
