import { customPropertiesOption } from '../shared/n8n/customPropertiesOption';
import { entityLocator } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';

export const optionsProperty = optionsCollection([
	{
		displayName: 'Allow Pronunciation With Structured Text',
		name: 'allowPronunciationWithStructuredText',
		type: 'boolean',
		default: false,
		description:
			"Whether to try both in one training. Microsoft's documentation says that they cannot be trained together.",
	},
	{
		displayName: 'Custom Model Weight (%)',
		name: 'customModelWeightPercent',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 50,
		description:
			"How much your data counts against the base model, 1 to 100. Defaults to the weight of the retrained model, or the service's choice.",
	},
	customPropertiesOption('model'),
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Description of the model. Defaults to the description of the retrained model.',
	},
	{
		displayName: 'If Already Trained',
		name: 'ifAlreadyTrained',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that shows the model',
			},
			{
				name: 'Train Again',
				value: 'again',
				description:
					'Start another training. A retry within the same execution still starts only one.',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Use the existing model, even if it is still in training',
			},
		],
		default: 'use',
		description:
			'What to do when a model with the same base model, datasets, name, locale and weight already exists',
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			"Custom speech project of the model. The portals show only what has one. Defaults to the retrained model's. Needs API version 2025-10-15.",
	}),
	entityLocator('datasets', {
		displayName: 'Test Dataset',
		name: 'testDatasetId',
		searchListMethod: 'searchTestDatasets',
		description:
			'Audio with human-labeled transcripts that is not trained with. Added to the item for a later Test Model node.',
	}),
]);
