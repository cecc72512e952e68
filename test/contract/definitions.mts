/**
 * Turns the swagger definitions into JSON schemas that allow nothing the contract does not name.
 * In a request, read-only properties do not exist; in a response, extensible enums take any value.
 */
function schemasFor(definitions: Record<string, any>, mode: 'request' | 'response') {
	return Object.fromEntries(
		Object.entries(definitions).map(([name, one]) => [name, convert(one, definitions, mode, name)]),
	);
}

function convert(
	schema: any,
	definitions: Record<string, any>,
	mode: 'request' | 'response',
	name: string = '',
): any {
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

function convertObject(
	schema: any,
	definitions: Record<string, any>,
	mode: 'request' | 'response',
	name: string,
) {
	const properties = Object.entries(schema.properties ?? {}).filter(
		([, one]) => mode === 'response' || !isReadOnly(one, definitions),
	);
	const map = schema.additionalProperties;
	return {
		type: 'object',
		required: (schema.required ?? []).filter((/** @type {string} */ field: string) =>
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
 */
function mayBeNull(definition: string, field: string, mode: 'request' | 'response') {
	return (
		mode === 'response' && (field === '@nextLink' || ['Error', 'InnerError'].includes(definition))
	);
}

/**
 * The contract's prose: 10 entries, keys of 64 characters, values of 256.
 */
function limited(schema: any) {
	return {
		...schema,
		maxProperties: 10,
		propertyNames: { maxLength: 64 },
		additionalProperties: { ...schema.additionalProperties, maxLength: 256 },
	};
}

function flatten(schema: any, definitions: Record<string, any>): any {
	const parents = (schema.allOf ?? []).map((/** @type {any} */ one: any) =>
		flatten(one.$ref ? definitions[one.$ref.split('/').pop()] : one, definitions),
	);
	return [...parents, schema].reduce((sum, one) => ({
		...sum,
		...one,
		required: [...new Set([...(sum.required ?? []), ...(one.required ?? [])])],
		properties: { ...sum.properties, ...one.properties },
	}));
}

function isReadOnly(schema: any, definitions: Record<string, any>) {
	if (schema.readOnly) return true;
	return Boolean(schema.$ref && definitions[schema.$ref.split('/').pop()].readOnly);
}

function pick(from: any, names: string[]) {
	return Object.fromEntries(
		names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
	);
}

export { schemasFor };
