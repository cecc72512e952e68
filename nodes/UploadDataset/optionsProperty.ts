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
			'Whether to put the mark the service asks for in front of a UTF-8 text that lacks it. The node says so when it does.',
	},
	checkEveryOption,
	{
		displayName: 'Compare With Training Data',
		name: 'trainingDataFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. training',
		description:
			'For a test set: names of the input fields, separated by commas, that hold the training data. Files and lines in both are named; nothing of these fields is uploaded.',
	},
	customPropertiesOption('dataset'),
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Text kept with the dataset',
	},
	giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'A large archive may take hours.'),
	{
		displayName: 'If Already Uploaded',
		name: 'ifAlreadyUploaded',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that names the dataset',
			},
			{
				name: 'Upload Again',
				value: 'again',
				description: 'Make another dataset; a retry within one execution still makes only one',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Take the dataset that is there and send nothing',
			},
		],
		default: 'use',
		description:
			'What to do when a dataset of the same content, kind, locale and text normalization is there. An upload that was interrupted is resumed, unless Upload Again is chosen.',
	},
	{
		displayName: 'Intended Use',
		name: 'usedFor',
		type: 'options',
		options: [
			{
				name: 'Testing',
				value: 'testing',
				description: "Audio may last 2 hours. Added to the item as 'testDataset'.",
			},
			{
				name: 'Training',
				value: 'training',
				description:
					'Stopped when every recording lasts over 40 seconds, since the training would fail',
			},
			{
				name: 'Training or Testing',
				value: 'any',
				description: 'Recordings over 40 seconds are only mentioned',
			},
		],
		default: 'any',
		description: 'What audio data is checked for; the service itself makes no difference',
	},
	{
		displayName: 'Maximum Rejected Lines (%)',
		name: 'mostRejectedPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: DEFAULT_MOST_REJECTED,
		description: 'How many of its lines the service may reject before the item counts as failed',
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
		description: "The Speech resource's tier, whose limits the check goes by",
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			'The project Speech Studio and Microsoft Foundry show the dataset in; without one, neither does. Left out: none. Needs API version 2025-10-15.',
	}),
	{
		displayName: 'Text Normalization',
		name: 'textNormalization',
		type: 'options',
		options: [
			{
				name: 'Default',
				value: 'Default',
				description: "The service's own: lower case, numbers as words, no punctuation",
			},
			{
				name: 'None',
				value: 'None',
				description: 'The text is taken as it is',
			},
		],
		default: 'Default',
		description: 'What the service does to the text before it is used',
	},
	{
		displayName: 'Validate Before Upload',
		name: 'validate',
		type: 'options',
		options: [
			{
				name: 'Off',
				value: 'off',
				description: 'Send the file unchecked',
			},
			{
				name: 'Stop',
				value: 'stop',
				description: 'Send nothing when something is found, and list it',
			},
			{
				name: 'Warn Only',
				value: 'warn',
				description: 'List what is found and send the file all the same',
			},
		],
		default: 'stop',
		description: 'What to do with a file the service would refuse, in whole or in part',
	},
	waitWhereOption,
]);
