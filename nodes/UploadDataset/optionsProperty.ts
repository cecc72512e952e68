import { customPropertiesOption } from '../shared/n8n/customPropertiesOption';
import { entityLocator } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';
import { checkEveryOption, giveUpAfterOption, waitWhereOption } from '../shared/waiting/options';
import { DEFAULT_GIVE_UP_DAYS, DEFAULT_MOST_REJECTED } from './defaults';

export const optionsProperty = optionsCollection([
	{
		displayName: 'Add Missing Byte Order Mark',
		name: 'addByteOrderMark',
		type: 'boolean',
		default: true,
		description:
			'Whether to add the byte order mark that the service requires to UTF-8 text without one',
	},
	checkEveryOption,
	{
		displayName: 'Compare With Training Data',
		name: 'trainingDataFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. training',
		description:
			'For a test dataset: input fields with the training data, separated by commas. Files and lines in both are reported. These fields are not uploaded.',
	},
	customPropertiesOption('dataset'),
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Description of the dataset',
	},
	giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'A large archive can take hours.'),
	{
		displayName: 'If Already Uploaded',
		name: 'ifAlreadyUploaded',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that shows the dataset',
			},
			{
				name: 'Upload Again',
				value: 'again',
				description:
					'Create another dataset. A retry within the same execution still creates only one.',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Use the existing dataset and send nothing',
			},
		],
		default: 'use',
		description:
			'What to do when a dataset with the same content and settings exists. Interrupted uploads resume, except with Upload Again.',
	},
	{
		displayName: 'Intended Use',
		name: 'usedFor',
		type: 'options',
		options: [
			{
				name: 'Testing',
				value: 'testing',
				description: "Audio can be up to 2 hours long. Added to the item as 'testDataset'.",
			},
			{
				name: 'Training',
				value: 'training',
				description:
					'Stops if all recordings are longer than 40 seconds, because the training would fail',
			},
			{
				name: 'Training or Testing',
				value: 'any',
				description: 'Only warns about recordings longer than 40 seconds',
			},
		],
		default: 'any',
		description: 'What to validate audio data for. The service itself makes no distinction.',
	},
	{
		displayName: 'Maximum Rejected Lines (%)',
		name: 'mostRejectedPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: DEFAULT_MOST_REJECTED,
		description: 'The item fails if the service rejects more of its lines than this',
	},
	{
		displayName: 'Pricing Tier',
		name: 'pricingTier',
		type: 'options',
		options: [
			{ name: 'Free (F0)', value: 'F0' },
			{ name: 'Standard (S0)', value: 'S0' },
		],
		default: 'S0',
		description: 'The pricing tier of the Speech resource, which sets the limits for validation',
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			'Custom speech project of the dataset. The portals show only what has one. Defaults to none. Needs API version 2025-10-15.',
	}),
	{
		displayName: 'Text Normalization',
		name: 'textNormalization',
		type: 'options',
		options: [
			{
				name: 'Default',
				value: 'Default',
				description: "The service's default: lowercase, numbers as words, no punctuation",
			},
			{
				name: 'None',
				value: 'None',
				description: 'The text is used as is',
			},
		],
		default: 'Default',
		description: 'How the service normalizes the text before using it',
	},
	{
		displayName: 'Validate Before Upload',
		name: 'validate',
		type: 'options',
		options: [
			{
				name: 'Off',
				value: 'off',
				description: 'Send the file without validation',
			},
			{
				name: 'Stop',
				value: 'stop',
				description: 'Send nothing if there are findings, and list them',
			},
			{
				name: 'Warn Only',
				value: 'warn',
				description: 'List the findings and send the file anyway',
			},
		],
		default: 'stop',
		description: 'What to do with a file that the service would reject, completely or partly',
	},
	waitWhereOption,
]);
