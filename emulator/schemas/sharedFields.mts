/** Pieces that several request bodies share. */
const displayName = { type: 'string', minLength: 1 };
const description = { type: 'string' };
const uri = { type: 'string', format: 'uri' };

const reference = {
	type: 'object',
	required: ['self'],
	additionalProperties: false,
	properties: { self: uri },
};

const customProperties = {
	type: 'object',
	maxProperties: 10,
	propertyNames: { maxLength: 64 },
	additionalProperties: { type: 'string', maxLength: 256 },
};

// In a PATCH, null takes a key out (JSON merge patch).
const customPropertiesPatch = {
	...customProperties,
	additionalProperties: { type: ['string', 'null'], maxLength: 256 },
};

/**
 * An object with these properties and no others.
 */
function closed(properties: Record<string, object>, required: string[] = []) {
	return { type: 'object', required, additionalProperties: false, properties };
}

export {
	displayName,
	description,
	uri,
	reference,
	customProperties,
	customPropertiesPatch,
	closed,
};
