import type { IExecuteFunctions } from 'n8n-workflow';

import { idFromInput, locatorValue } from '../../shared/n8n/locatorValues';
import { InputError } from '../../shared/speech/inputError';

const FIELD = { label: 'Datasets', collection: 'datasets' } as const;

/**
 * Ids of the datasets a person chose, each once and in their order.
 * One entry may hold several: an expression may give an array or a comma-separated list.
 *
 * @throws InputError for an entry that is no dataset.
 */
export function readChosenDatasets(context: IExecuteFunctions, itemIndex: number): string[] {
	const { dataset = [] } = context.getNodeParameter('datasets', itemIndex, {}) as {
		dataset?: Array<{ datasetId?: unknown }>;
	};
	const inputs = dataset.flatMap(({ datasetId }) => separate(locatorValue(datasetId)));
	const ids = inputs.map((input) => idFromInput(input, FIELD));
	const empty = ids.indexOf(null);
	if (empty === -1) return [...new Set(ids as string[])];
	if (ids.length === 1) return [];
	throw new InputError(
		`'Datasets' is empty at place ${empty + 1} of ${ids.length}.`,
		'Pick a dataset there or remove the entry: training on less data would go unnoticed.',
	);
}

function separate(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	return typeof value === 'string' ? value.split(',') : [value];
}
