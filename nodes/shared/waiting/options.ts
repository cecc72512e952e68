import type { INodeProperties } from 'n8n-workflow';

/** The options of every node that waits, for its collection 'Options'. Their names sort before most. */
export const checkEveryOption: INodeProperties = {
	displayName: 'Check Every (Seconds)',
	name: 'checkEverySeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'Fixed interval between checks. Defaults to 0: every few seconds at first, then up to 10 minutes apart. A stored wait checks at most once a minute.',
};

/** @param days What is waited when nothing is typed, and for which reason. */
export function giveUpAfterOption(days: number, reason: string): INodeProperties {
	return {
		displayName: 'Give Up After (Days)',
		name: 'giveUpAfterDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: days,
		description: `How long to wait at most. You can enter fractions. ${reason} Nothing is canceled in Azure.`,
	};
}

export const waitWhereOption: INodeProperties = {
	displayName: 'Wait Mode',
	name: 'waitWhere',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description:
				'In memory for a minute, then stored in the database: uses almost no memory and survives a restart',
		},
		{
			name: 'In Memory',
			value: 'inProcess',
			description: 'In the memory of the running execution: a restart of n8n ends the wait',
		},
	],
	default: 'automatic',
	description: 'Where n8n keeps the wait while the job runs in Azure',
};

/** What a stored wait hands to itself. Never shown, and empty on the canvas. */
export const storedWaitProperty: INodeProperties = {
	displayName: 'Stored Wait',
	name: 'storedWait',
	type: 'hidden',
	default: '',
};
