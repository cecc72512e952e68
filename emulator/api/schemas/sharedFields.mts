import { locales } from '../../domain/locales.mts';

/** A JSON schema of an object. */
export interface ObjectSchema {
	type: 'object';
	required: string[];
	additionalProperties: false;
	properties: Record<string, object>;
}

// Pieces that several request bodies share.
export const displayName = { type: 'string', minLength: 1 };
export const description = { type: 'string' };
export const locale = { type: 'string', enum: locales };
export const uri = { type: 'string', format: 'uri' };

export const reference = {
	type: 'object',
	required: ['self'],
	additionalProperties: false,
	properties: { self: uri },
};

export const customProperties = {
	type: 'object',
	maxProperties: 10,
	propertyNames: { maxLength: 64 },
	additionalProperties: { type: 'string', maxLength: 256 },
};

// In a PATCH, null takes a key out (JSON merge patch).
export const customPropertiesPatch = {
	...customProperties,
	additionalProperties: { type: ['string', 'null'], maxLength: 256 },
};

/**
 * An object with these properties and no others.
 */
export function closed(properties: Record<string, object>, required: string[] = []): ObjectSchema {
	return { type: 'object', required, additionalProperties: false, properties };
}
