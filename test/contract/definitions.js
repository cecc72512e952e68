'use strict';

/**
 * Turns the swagger definitions into JSON schemas that allow nothing the contract does not name.
 * In a request, read-only properties do not exist; in a response, extensible enums take any value.
 * @param {Record<string, any>} definitions
 * @param {'request' | 'response'} mode
 */
function schemasFor(definitions, mode) {
	return Object.fromEntries(
		Object.entries(definitions).map(([name, one]) => [name, convert(one, definitions, mode, name)]),
	);
}

/**
 * @param {any} schema
 * @param {Record<string, any>} definitions
 * @param {'request' | 'response'} mode
 * @param {string} [name]
 * @returns {any}
 */
function convert(schema, definitions, mode, name = '') {
	if (schema.$ref) return { $ref: schema.$ref };
	const { type } = schema;
	if (type === 'array') return { type, items: convert(schema.items, definitions, mode) };
	if (type === 'object')
		return convertObject(flatten(schema, definitions), definitions, mode, name);
	const open = mode === 'response' && schema['x-ms-enum']?.modelAsString;
	return {
		...pick(schema, ['type', 'minLength', 'maxLength', 'minimum', 'maximum']),
		...(schema.enum && !open ? { enum: schema.enum } : {}),
		...(schema.format && schema.format !== 'binary' ? { format: schema.format } : {}),
	};
}

/**
 * @param {any} schema
 * @param {Record<string, any>} definitions
 * @param {'request' | 'response'} mode
 * @param {string} name
 */
function convertObject(schema, definitions, mode, name) {
	const properties = Object.entries(schema.properties ?? {}).filter(
		([, one]) => mode === 'response' || !isReadOnly(one, definitions),
	);
	const map = schema.additionalProperties;
	return {
		type: 'object',
		required: (schema.required ?? []).filter((/** @type {string} */ field) =>
			properties.some(([known]) => known === field),
		),
		properties: Object.fromEntries(
			properties.map(([field, one]) => [
				field,
				mayBeNull(name, field, mode)
					? { anyOf: [convert(one, definitions, mode), { type: 'null' }] }
					: field === 'customProperties'
						? limited(convert(one, definitions, mode))
						: convert(one, definitions, mode),
			]),
		),
		additionalProperties: map === undefined ? false : convert(map, definitions, mode),
	};
}

/**
 * The contract's prose: `@nextLink` is null at the end, and fields of an error can be null.
 * @param {string} definition
 * @param {string} field
 * @param {'request' | 'response'} mode
 */
function mayBeNull(definition, field, mode) {
	return (
		mode === 'response' && (field === '@nextLink' || ['Error', 'InnerError'].includes(definition))
	);
}

/**
 * The contract's prose: 10 entries, keys of 64 characters, values of 256.
 * @param {any} schema
 */
function limited(schema) {
	return {
		...schema,
		maxProperties: 10,
		propertyNames: { maxLength: 64 },
		additionalProperties: { ...schema.additionalProperties, maxLength: 256 },
	};
}

/**
 * @param {any} schema
 * @param {Record<string, any>} definitions
 * @returns {any}
 */
function flatten(schema, definitions) {
	const parents = (schema.allOf ?? []).map((/** @type {any} */ one) =>
		flatten(one.$ref ? definitions[one.$ref.split('/').pop()] : one, definitions),
	);
	return [...parents, schema].reduce((sum, one) => ({
		...sum,
		...one,
		required: [...new Set([...(sum.required ?? []), ...(one.required ?? [])])],
		properties: { ...sum.properties, ...one.properties },
	}));
}

/**
 * @param {any} schema
 * @param {Record<string, any>} definitions
 */
function isReadOnly(schema, definitions) {
	if (schema.readOnly) return true;
	return Boolean(schema.$ref && definitions[schema.$ref.split('/').pop()].readOnly);
}

/**
 * @param {any} from
 * @param {string[]} names
 */
function pick(from, names) {
	return Object.fromEntries(
		names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
	);
}

module.exports = { schemasFor };
