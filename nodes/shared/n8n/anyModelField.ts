import type { IExecuteFunctions } from 'n8n-workflow';

import type { ModelTarget } from '../api/readModel';
import { parseEntityUrl } from '../speech/references';
import { idFromInput, locatorValue, readId, type EntityField } from './locatorValues';

/**
 * Reads a field that takes a custom model or a base model: as a URL, an entity, or a bare ID, which may be of either.
 *
 * @param missing What to do when the field is empty.
 * @throws InputError when it is empty or names something else.
 */
export function readModelTarget(
	context: IExecuteFunctions,
	{ name, label }: Pick<EntityField, 'name' | 'label'>,
	itemIndex: number,
	missing: string,
): ModelTarget {
	const input = locatorValue(context.getNodeParameter(name, itemIndex, ''));
	const collection = collectionTold(input);
	if (collection === 'baseModels') {
		return { collection, id: idFromInput(input, { label, collection })! };
	}
	const id = readId(context, { name, label, collection: 'models' }, itemIndex, missing);
	return { collection, id };
}

/** What the URL of a model, or that in an entity, says it is; null for a bare ID. */
function collectionTold(input: unknown): ModelTarget['collection'] {
	const hasUrl = typeof input === 'object' && input !== null && 'self' in input;
	const collection = parseEntityUrl(String(hasUrl ? input.self : input).trim())?.collection;
	return collection === 'models' || collection === 'baseModels' ? collection : null;
}
