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
				description: 'The base model you pick, if it fits',
			},
		],
		default: 'newest',
	},
	localeLocator({
		displayName: 'Locale',
		name: 'locale',
		required: true,
		default: "={{ $json.locale ?? $json.model?.locale ?? $json.dataset?.locale ?? '' }}",
		description:
			'Language and region of the base model. Defaults to the locale of the incoming item.',
		displayOptions: { show: { operation: ['newest'] } },
	}),
	localeLocator({
		displayName: 'Locale',
		name: 'locale',
		default: "={{ $json.locale ?? $json.model?.locale ?? $json.dataset?.locale ?? '' }}",
		description:
			"Filters the list of 'Base Model' by language and region. Defaults to the locale of the incoming item.",
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
				description:
					"The kinds of the item's datasets, or of the datasets its model was trained with",
			},
			{
				name: 'Chosen Here',
				value: 'chosen',
				description: 'The kinds you select, regardless of the item',
			},
		],
		default: 'item',
		description: 'Kinds of data that the base model must accept for training',
	},
	{
		displayName: 'Kinds',
		name: 'datasetKinds',
		type: 'multiOptions',
		options: datasetKindOptions,
		default: ['Language'],
		description: 'All kinds of dataset that the training will use',
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
				'Whether to allow base models, such as Whisper, whose custom models are for batch transcription only and cannot be deployed',
		},
		{
			displayName: 'Minimum Training Time Left (Days)',
			name: 'minimumTrainingDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'For how many more days the base model must accept training',
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
						'Only base models not billed for training; according to Microsoft, none of these can be trained anymore',
				},
			],
			default: 'any',
			description:
				'Whether training may cost money. Microsoft charges for every base model created on or after 2023-10-01, and older ones can no longer be trained.',
		},
	]),
];
