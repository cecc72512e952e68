import type { INodeProperties } from 'n8n-workflow';

import { authenticationProperty } from '../shared/n8n/authentication';
import { datasetKindOptions } from '../shared/n8n/datasetKindOptions';
import { entityLocator, localeLocator } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';
import { simplifyProperty } from '../shared/n8n/simplifyProperty';

export const properties: INodeProperties[] = [
	authenticationProperty,
	{
		displayName: 'Base Model Selection',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Newest That Fits',
				value: 'newest',
				action: 'Select newest base model that fits',
				description: 'The newest base model that can be trained with your data',
			},
			{
				name: 'Specific',
				value: 'specific',
				action: 'Select specific base model',
				description: 'The base model you name, if it fits',
			},
		],
		default: 'newest',
	},
	localeLocator({
		displayName: 'Locale',
		name: 'locale',
		required: true,
		default: "={{ $json.locale ?? $json.model?.locale ?? $json.dataset?.locale ?? '' }}",
		description: 'Language and region of the base model, read from the incoming item by default',
		displayOptions: { show: { operation: ['newest'] } },
	}),
	localeLocator({
		displayName: 'Locale',
		name: 'locale',
		default: "={{ $json.locale ?? $json.model?.locale ?? $json.dataset?.locale ?? '' }}",
		description:
			"Narrows the list of 'Base Model' to a language and region, read from the incoming item by default; nothing else follows from it",
		displayOptions: { show: { operation: ['specific'] } },
	}),
	entityLocator('baseModels', {
		displayName: 'Base Model',
		name: 'baseModelId',
		required: true,
		description: 'The base model to use',
		displayOptions: { show: { operation: ['specific'] } },
	}),
	{
		displayName: 'Dataset Kinds',
		name: 'datasetKindsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Of the Incoming Item',
				value: 'item',
				description: "The kinds of the item's datasets, or of those its model was trained with",
			},
			{
				name: 'Chosen Here',
				value: 'chosen',
				description: 'The kinds you tick, whatever the item holds',
			},
		],
		default: 'item',
		description: 'Which kinds of data the base model must be trainable with',
	},
	{
		displayName: 'Kinds',
		name: 'datasetKinds',
		type: 'multiOptions',
		options: datasetKindOptions,
		default: ['Language'],
		description: 'All the kinds of dataset the training will use',
		displayOptions: { show: { datasetKindsFrom: ['chosen'] } },
	},
	simplifyProperty,
	optionsCollection([
		{
			displayName: 'Allow Base Models Without Endpoints',
			name: 'allowWithoutEndpoints',
			type: 'boolean',
			default: false,
			description:
				'Whether a base model may be picked that no endpoint can serve, such as Whisper; what is trained from it is for batch transcription only',
		},
		{
			displayName: 'Minimum Training Time Left (Days)',
			name: 'minimumTrainingDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'How long the base model must still accept training, in days from now',
		},
		{
			displayName: 'Training Charge',
			name: 'charging',
			type: 'options',
			options: [
				{ name: 'Any', value: 'any', description: 'Charged or not' },
				{
					name: 'Charged',
					value: 'charged',
					description: 'Only base models billed for training',
				},
				{
					name: 'Free',
					value: 'free',
					description:
						"Only base models not billed for training; by Microsoft's dates none of them can be trained from any more",
				},
			],
			default: 'any',
			description:
				'Whether training from the base model may cost money. Every one created on or after 2023-10-01 is charged, and training from one ends after about a year.',
		},
	]),
];
