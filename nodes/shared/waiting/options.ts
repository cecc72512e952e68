import type { INodeProperties } from 'n8n-workflow';

/** The options of every node that waits, for its collection 'Options'. Their names sort before most. */
export const checkEveryOption: INodeProperties = {
	displayName: 'Check Every (Seconds)',
	name: 'checkEverySeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'Fixed time between two looks. 0: automatic, every few seconds in the first minute, later every few minutes. After the first minute looks are at least a minute apart, unless the wait stays in process.',
};

/** @param days What is waited when nothing is typed, and for which reason. */
export function giveUpAfterOption(days: number, reason: string): INodeProperties {
	return {
		displayName: 'Give Up After (Days)',
		name: 'giveUpAfterDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: days,
		description: `How long to wait at most; fractions are allowed. ${reason} Nothing is cancelled at Azure.`,
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
				'In process for a minute, then stored: holds hardly any memory and survives a restart',
		},
		{
			name: 'In Memory',
			value: 'inProcess',
			description: 'In the memory of the running execution, which a restart of n8n ends',
		},
	],
	default: 'automatic',
	description: 'Where the wait is kept while the job runs at Azure',
};

/** What a stored wait hands to itself. Never shown, and empty on the canvas. */
export const storedWaitProperty: INodeProperties = {
	displayName: 'Stored Wait',
	name: 'storedWait',
	type: 'hidden',
	default: '',
};
