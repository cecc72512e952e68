import type { IExecuteFunctions } from 'n8n-workflow';

import { numberFromInput } from '../../shared/n8n/numbers';
import { choiceFromInput } from '../../shared/n8n/choices';
import { METRICS, type ComparisonRule } from './compareModels';
import { DEFAULT_MINIMUM_WORDS } from '../defaults';

/**
 * When the model of an item counts as better.
 *
 * @throws InputError when a value makes no sense.
 */
export function readRule(context: IExecuteFunctions, itemIndex: number): ComparisonRule {
	const read = (name: string, fallback: unknown): unknown =>
		context.getNodeParameter(name, itemIndex, fallback);
	return {
		metric: choiceFromInput(read('metric', 'wordErrorRate'), {
			label: 'Metric',
			choices: METRICS,
			fallback: 'wordErrorRate',
		}),
		minimumGain: numberFromInput(read('minimumGain', 0), {
			label: 'Minimum Gain',
			atLeast: 0,
			fallback: 0,
		}),
		gainUnit: choiceFromInput(read('gainUnit', 'points'), {
			label: 'Gain Unit',
			choices: ['points', 'percent'],
			fallback: 'points',
		}),
		minimumWords: numberFromInput(read('minimumWords', DEFAULT_MINIMUM_WORDS), {
			label: 'Minimum Words',
			atLeast: 0,
			fallback: DEFAULT_MINIMUM_WORDS,
		}),
	};
}
