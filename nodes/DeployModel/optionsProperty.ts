import { entityLocator } from '../shared/n8n/locators';
import { optionsCollection } from '../shared/n8n/optionsCollection';
import { checkEveryOption, giveUpAfterOption, waitWhereOption } from '../shared/waiting/options';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';

const onlyFor = (...operations: string[]) => ({ show: { '/operation': operations } });

export const optionsProperty = optionsCollection([
	checkEveryOption,
	{
		displayName: 'Content Logging',
		name: 'loggingEnabled',
		type: 'boolean',
		default: false,
		description:
			'Whether the new endpoint logs audio and transcripts. Logs in Microsoft-owned storage are deleted after 30 days.',
		displayOptions: onlyFor('create'),
	},
	giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'Starting an endpoint can take 30 minutes.'),
	{
		displayName: 'If Already Created',
		name: 'ifAlreadyCreated',
		type: 'options',
		options: [
			{
				name: 'Create Again',
				value: 'again',
				description:
					'Create another endpoint. A retry within the same execution still creates only one.',
			},
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that shows the endpoint',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Use the existing endpoint, even if it is still being deployed',
			},
		],
		default: 'use',
		description:
			'What to do when this node already created an endpoint with this name for the model',
		displayOptions: onlyFor('create'),
	},
	{
		displayName: 'If Test Is Not Better',
		name: 'ifNotBetter',
		type: 'options',
		options: [
			{
				name: 'Deploy Anyway',
				value: 'deploy',
				description: 'Ignore the verdict of Test Model',
			},
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop before anything is changed',
			},
		],
		default: 'fail',
		description:
			'What to do when the incoming item has a test of this model that did not find it better',
		displayOptions: onlyFor('update', 'create'),
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			"Custom speech project of the endpoint. The portals show only what has one. Defaults to the model's project. Needs API version 2025-10-15.",
		displayOptions: onlyFor('create'),
	}),
	{
		displayName: 'Roll Back on Failure',
		name: 'rollBackOnFailure',
		type: 'boolean',
		default: true,
		description:
			'Whether to return the endpoint to its previous model, and to verify that, when the change fails in Azure',
		displayOptions: onlyFor('update'),
	},
	waitWhereOption,
]);
