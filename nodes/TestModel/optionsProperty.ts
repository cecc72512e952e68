import { entityLocator } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';
import { checkEveryOption, giveUpAfterOption, waitWhereOption } from '../shared/waiting/options';
import { DEFAULT_GIVE_UP_DAYS, DEFAULT_WORST } from './defaults';

export const optionsProperty = optionsCollection([
	checkEveryOption,
	giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'Both models recognise the whole test dataset.'),
	{
		displayName: 'If Already Tested',
		name: 'ifAlreadyTested',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that names the test',
			},
			{
				name: 'Test Again',
				value: 'again',
				description: 'Start another test; a retry within one execution still starts only one',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Take the test that is there or under way and start nothing',
			},
		],
		default: 'use',
		description: 'What to do when the same two models were tested on the same dataset before',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Retail en-US in November',
		description: 'Name of the test. Defaults to the names of both models.',
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			"The project Speech Studio and Microsoft Foundry show the test in; without one, neither does. Defaults to the model's project. Needs API version 2025-10-15.",
	}),
	{
		displayName: 'Report',
		name: 'report',
		type: 'options',
		options: [
			{ name: 'Always', value: 'always', description: 'Add the report, for an AI agent too' },
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'Add the report, except when an AI agent calls the node',
			},
			{ name: 'Never', value: 'never', description: 'Add no report' },
		],
		default: 'automatic',
		description:
			"When to add the report: a page in the binary field 'report', and in 'report.html' and 'report.markdown'",
	},
	waitWhereOption,
	{
		displayName: 'Worst Utterances',
		name: 'worstUtterances',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_WORST,
		description:
			'How many of the recordings with the most errors to add, with what each model heard; 0 adds none',
	},
]);
