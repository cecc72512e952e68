import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_MINIMUM_WORDS } from '../defaults';

/** Only an evaluation has a verdict. */
const displayOptions = { show: { operation: ['evaluate'] } };

/** When the new model counts as better. */
export const ruleProperties: INodeProperties[] = [
	{
		displayName: 'Metric',
		name: 'metric',
		type: 'options',
		options: [
			{
				name: 'Sentence Error Rate',
				value: 'sentenceErrorRate',
				description: 'Percentage of sentences with at least one error',
			},
			{
				name: 'Token Error Rate',
				value: 'tokenErrorRate',
				description:
					'Errors in the displayed text, including punctuation, capitalization and numbers',
			},
			{
				name: 'Word Error Rate',
				value: 'wordErrorRate',
				description: 'Insertions, deletions and substitutions, divided by the number of words',
			},
		],
		default: 'wordErrorRate',
		description: 'The error rate that decides',
		displayOptions,
	},
	{
		displayName: 'Minimum Gain',
		name: 'minimumGain',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How much lower the error rate must be; with 0, any gain is enough',
		displayOptions,
	},
	{
		displayName: 'Gain Unit',
		name: 'gainUnit',
		type: 'options',
		options: [
			{
				name: 'Percent of the Reference',
				value: 'percent',
				description: 'With 10 and a reference of 5.0%, the new model needs 4.5% or less',
			},
			{
				name: 'Points',
				value: 'points',
				description: 'With 0.5 and a reference of 5.0%, the new model needs 4.5% or less',
			},
		],
		default: 'points',
		description: 'Unit of the minimum gain',
		displayOptions,
	},
	{
		displayName: 'Minimum Words',
		name: 'minimumWords',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MINIMUM_WORDS,
		description:
			'How many words the test dataset must have. With fewer, the verdict is Inconclusive.',
		displayOptions,
	},
];
