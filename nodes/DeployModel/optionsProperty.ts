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
			"Whether the new endpoint keeps audio and transcripts. By some of Microsoft's pages only a resource with its own storage may.",
		displayOptions: onlyFor('create'),
	},
	giveUpAfterOption(DEFAULT_GIVE_UP_DAYS, 'Starting an endpoint may take 30 minutes.'),
	{
		displayName: 'If Already Created',
		name: 'ifAlreadyCreated',
		type: 'options',
		options: [
			{
				name: 'Create Again',
				value: 'again',
				description: 'Create another one; a retry within one execution still creates only one',
			},
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop with an error that names the endpoint',
			},
			{
				name: 'Reuse Existing',
				value: 'use',
				description: 'Take the endpoint that is there or under way and create nothing',
			},
		],
		default: 'use',
		description:
			'What to do when this node has created an endpoint of this name for the model before',
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
				description: 'The verdict of Test Model makes no difference',
			},
			{
				name: 'Fail',
				value: 'fail',
				description: 'Stop before anything is sent',
			},
		],
		default: 'fail',
		description:
			'What to do when the incoming item brings a test of this model that does not call it better',
		displayOptions: onlyFor('update', 'create'),
	},
	entityLocator('projects', {
		displayName: 'Project',
		name: 'projectId',
		description:
			"The project Speech Studio and Microsoft Foundry show the endpoint in; without one, neither does. Left out: the model's. Needs API version 2025-10-15.",
		displayOptions: onlyFor('create'),
	}),
	{
		displayName: 'Roll Back on Failure',
		name: 'rollBackOnFailure',
		type: 'boolean',
		default: true,
		description:
			'Whether a change that fails at Azure is taken back: the endpoint is set to its previous model again, and that is verified. Left out: yes.',
		displayOptions: onlyFor('update'),
	},
	waitWhereOption,
]);
