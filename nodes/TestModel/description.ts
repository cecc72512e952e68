import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { endpointField } from '../shared/n8n/endpointField';
import { entityLocator } from '../shared/n8n/locators';
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
				description: 'Measure the errors of both models and decide whether the new one is better',
			},
			{
				name: 'Inspect Quality',
				value: 'inspect',
				action: 'Inspect quality of model by listening',
				description: 'Let both models recognise audio for a person to listen to; gives no verdict',
			},
		],
		default: 'evaluate',
	},
	entityLocator('models', {
		displayName: 'Model',
		name: 'modelId',
		alsoBaseModels: true,
		required: true,
		default: '={{ $json.model }}',
		description: 'The new model to test. By URL or ID a base model is taken, too.',
	}),
	entityLocator('datasets', {
		displayName: 'Test Dataset',
		name: 'testDatasetId',
		searchListMethod: 'searchTestDatasets',
		required: true,
		default: '={{ $json.testDataset }}',
		description:
			'Audio with human transcripts of the same locale that the model was not trained with',
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
					'The model the endpoint serves when there is one, otherwise the base model the new one was trained from',
			},
			{
				name: 'Base Model',
				value: 'base',
				description: 'The base model the new one was trained from',
			},
			{
				name: 'Chosen Model',
				value: 'model',
				description: 'A model you pick',
			},
			{
				name: 'Model of an Endpoint',
				value: 'endpoint',
				description: 'The model an endpoint answers with now',
			},
		],
		default: 'automatic',
		description: 'The reference the new model must beat',
	},
	endpointField({
		description: 'The endpoint whose present model is the reference',
		displayOptions: { show: { compareWith: ['automatic', 'endpoint'] } },
	}),
	entityLocator('models', {
		displayName: 'Reference Model',
		name: 'referenceModelId',
		alsoBaseModels: true,
		required: true,
		description: 'The model to compare with. By URL or ID a base model is taken, too.',
		displayOptions: { show: { compareWith: ['model'] } },
	}),
	...ruleProperties,
	simplifyProperty,
	storedWaitProperty,
	optionsProperty,
];
