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
				description: 'Share of sentences with at least one error',
			},
			{
				name: 'Token Error Rate',
				value: 'tokenErrorRate',
				description: 'Errors of the displayed text, with punctuation, case and numbers',
			},
			{
				name: 'Word Error Rate',
				value: 'wordErrorRate',
				description: 'Words put in, left out or misheard, divided by the words said',
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
		description: 'How much less the error rate must be; 0 takes any gain',
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
				description: 'With 10, a reference with 5 % errors must be beaten with 4.5 % or less',
			},
			{
				name: 'Points',
				value: 'points',
				description: 'With 0.5, a reference with 5 % errors must be beaten with 4.5 % or less',
			},
		],
		default: 'points',
		description: 'What the minimum gain is counted in',
		displayOptions,
	},
	{
		displayName: 'Minimum Words',
		name: 'minimumWords',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MINIMUM_WORDS,
		description: 'Words the test dataset must have; with fewer the verdict is Inconclusive',
		displayOptions,
	},
];
