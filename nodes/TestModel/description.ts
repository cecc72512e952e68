import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { endpointField } from '../shared/n8n/endpointField';
import { entityLocator, idFromItem } from '../shared/n8n/locators';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';
import { storedWaitProperty } from '../shared/waiting/options';
import { optionsProperty } from './optionsProperty';
import { ruleProperties } from './verdict/ruleProperties';

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Evaluate Accuracy',
				value: 'evaluate',
				action: 'Evaluate accuracy of model',
				description:
					'Measure the error rates of both models and decide whether the new one is better',
			},
			{
				name: 'Inspect Quality',
				value: 'inspect',
				action: 'Inspect quality of model by listening',
				description:
					'Transcribe audio with both models, so that you can listen and compare; returns no verdict',
			},
		],
		default: 'evaluate',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		alsoBaseModels: true,
		required: true,
		default: idFromItem('model'),
		description: 'The new model to test. You can also enter the URL or ID of a base model.',
	}),
	entityLocator('datasets', {
		displayName: 'Test Dataset',
		name: 'testDatasetId',
		searchListMethod: 'searchTestDatasets',
		required: true,
		default: idFromItem('testDataset'),
		description:
			'Audio with human-labeled transcripts, in the same locale, not used to train the model',
	}),
	{
		displayName: 'Compare With',
		name: 'compareWith',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'The model of the endpoint if there is one, otherwise the base model that the new model was trained from',
			},
			{
				name: 'Base Model',
				value: 'base',
				description: 'The base model that the new model was trained from',
			},
			{
				name: 'Chosen Model',
				value: 'model',
				description: 'A model you pick',
			},
			{
				name: 'Model of an Endpoint',
				value: 'endpoint',
				description: 'The model that an endpoint uses now',
			},
		],
		default: 'automatic',
		description: 'The reference model that the new model must beat',
	},
	endpointField({
		description: 'The endpoint whose current model is the reference',
		displayOptions: { show: { compareWith: ['automatic', 'endpoint'] } },
	}),
	entityLocator('models', {
		displayName: 'Reference Model',
		name: 'referenceModelId',
		alsoBaseModels: true,
		required: true,
		description: 'The model to compare with. You can also enter the URL or ID of a base model.',
		displayOptions: { show: { compareWith: ['model'] } },
	}),
	...ruleProperties,
	simplifyProperty,
	storedWaitProperty,
	optionsProperty,
];
