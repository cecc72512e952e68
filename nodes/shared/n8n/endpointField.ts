import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../speech/inputError';
import { idFromInput, locatorValue, severalOf } from './locatorValues';
import { entityLocator, idOfKey } from './locators';

const FIELD = { label: 'Endpoint', collection: 'endpoints' } as const;

/** Where an item names its endpoint: as such, or as Check Expiration names those that use a model. */
const OF_ITEM = `={{ ${idOfKey('endpoint')} ?? $json.expiration?.endpoints?.map(({ id }) => id).join(', ') ?? '' }}`;

/** The field that picks an endpoint, read from the incoming item by default. */
export function endpointField(text: {
	description: string;
	required?: boolean;
	displayOptions?: object;
}) {
	return entityLocator('endpoints', {
		displayName: FIELD.label,
		name: 'endpointId',
		default: OF_ITEM,
		...text,
	});
}

/**
 * Ids of the endpoints the field names, several when the item's model serves several; none when it is empty.
 *
 * @throws InputError when the value is something else.
 */
export function readEndpointIds(context: IExecuteFunctions, itemIndex: number): string[] {
	const value = locatorValue(context.getNodeParameter('endpointId', itemIndex, ''));
	return severalOf(value).flatMap((one) => idFromInput(one, FIELD) ?? []);
}

/**
 * The one endpoint the field names.
 *
 * @throws InputError when it names none, or more than one: changing only some of them would go unnoticed.
 */
export function readEndpointId(context: IExecuteFunctions, itemIndex: number): string {
	const ids = [...new Set(readEndpointIds(context, itemIndex))];
	if (ids.length === 1) return ids[0];
	if (ids.length === 0) {
		throw new InputError(
			"'Endpoint' is empty.",
			'The incoming item has no endpoint. Pick one from the list.',
		);
	}
	throw new InputError(
		`'Endpoint' contains ${ids.length} endpoints, but each item can change only one.`,
		"In Check Expiration, set 'Scope' to Endpoints Only, which returns one item for each endpoint. Or pick one from the list.",
	);
}
