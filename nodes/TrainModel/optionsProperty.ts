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
			"Whether to start a training of both all the same. Microsoft's pages say that they cannot be trained together; what the service answers is not known.",
	},
	{
		displayName: 'Custom Model Weight (%)',
		name: 'customModelWeightPercent',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 50,
		description:
			"Share of your data against the base model, 1 to 100. Left out: the retrained model's, or the service's choice.",
	},
	customPropertiesOption('model'),
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: "Text kept with the model. Left out: the retrained model's.",
	},
	{
		displayName: 'If Already Trained',
		name: 'ifAlreadyTrained',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that names the model',
			},
			{
				name: 'Train Again',
				value: 'again',
				description: 'Start another training; a retry within one execution still starts only one',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Take the model that is there or under way and start nothing',
			},
		],
		default: 'use',
		description:
			'What to do when a model was trained from the same base model and datasets, with the same name, locale and weight',
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			"The project Speech Studio and Microsoft Foundry show the model in; without one, neither does. Left out: the retrained model's, or none. Needs API version 2025-10-15.",
	}),
	entityLocator('datasets', {
		displayName: 'Test Dataset',
		name: 'testDatasetId',
		searchListMethod: 'searchTestDatasets',
		description:
			'Audio with transcripts that is kept aside. The item carries it on, and a Test Model node after the training reads it from there.',
	}),
]);
