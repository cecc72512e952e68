import { entityLocator } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';
import { checkEveryOption, giveUpAfterOption, waitWhereOption } from '../shared/waiting/options';
import { DEFAULT_GIVE_UP_DAYS, DEFAULT_WORST } from './defaults';

export const optionsProperty = optionsCollection([
	checkEveryOption,
	giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'Both models transcribe the whole test dataset.'),
	{
		displayName: 'If Already Tested',
		name: 'ifAlreadyTested',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that shows the test',
			},
			{
				name: 'Test Again',
				value: 'again',
				description: 'Start another test. A retry within the same execution still starts only one.',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Use the existing test, even if it is still running',
			},
		],
		default: 'use',
		description: 'What to do when the same two models were already tested on the same dataset',
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
			"Custom speech project of the test. The portals show only what has one. Defaults to the model's project. Needs API version 2025-10-15.",
	}),
	{
		displayName: 'Report',
		name: 'report',
		type: 'options',
		options: [
			{ name: 'Always', value: 'always', description: 'Add the report, also for an AI agent' },
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'Add the report, except when an AI agent calls the node',
			},
			{ name: 'Never', value: 'never', description: 'Add no report' },
		],
		default: 'automatic',
		description:
			"When to add the report: as a page in the binary field 'report', and as text in 'report.html' and 'report.markdown'",
	},
	waitWhereOption,
	{
		displayName: 'Worst Utterances',
		name: 'worstUtterances',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_WORST,
		description:
			'How many of the recordings with the most errors to add, with the transcript of each model; 0 adds none',
	},
]);
