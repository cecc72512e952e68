import { nameIn, type Schema } from '../../contract/document.mts';

/** Which side of a call a schema is for. */
export type Mode = 'request' | 'response';

/** A schema as JSON Schema has it, which the validator takes. */
export interface JsonSchema {
	$ref?: string;
	type?: string;
	format?: string;
	enum?: string[];
	items?: JsonSchema;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	additionalProperties?: JsonSchema | false;
	anyOf?: JsonSchema[];
	maxProperties?: number;
	propertyNames?: JsonSchema;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
}

type Definitions = Record<string, Schema>;

/**
 * Turns the swagger definitions into JSON schemas that allow nothing the contract does not name.
 * In a request, read-only properties do not exist; in a response, extensible enums take any value.
 */
export function schemasFor(definitions: Definitions, mode: Mode): Record<string, JsonSchema> {
	return Object.fromEntries(
		Object.entries(definitions).map(([name, one]) => [name, convert(one, definitions, mode, name)]),
	);
}

function convert(schema: Schema, definitions: Definitions, mode: Mode, name = ''): JsonSchema {
	const { $ref, type, items } = schema;
	if ($ref) return { $ref };
	if (items) return { type, items: convert(items, definitions, mode) };
	if (type === 'object')
		return convertObject(flatten(schema, definitions), definitions, mode, name);
	const open = mode === 'response' && schema['x-ms-enum']?.modelAsString;
	return {
		...limitsOf(schema),
		...(schema.enum && !open ? { enum: schema.enum } : {}),
		...(schema.format && schema.format !== 'binary' ? { format: schema.format } : {}),
	};
}

function convertObject(
	schema: Schema,
	definitions: Definitions,
	mode: Mode,
	name: string,
): JsonSchema {
	const properties = Object.entries(schema.properties ?? {}).filter(
		([, one]) => mode === 'response' || !isReadOnly(one, definitions),
	);
	const map = schema.additionalProperties;
	return {
		type: 'object',
		required: (schema.required ?? []).filter((field) =>
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
		additionalProperties: map ? convert(map, definitions, mode) : false,
	};
}

/** The contract's prose: `@nextLink` is null at the end, and fields of an error can be null. */
function mayBeNull(definition: string, field: string, mode: Mode) {
	return (
		mode === 'response' && (field === '@nextLink' || ['Error', 'InnerError'].includes(definition))
	);
}

/** The contract's prose: 10 entries, keys of 64 characters, values of 256. */
function limited(schema: JsonSchema): JsonSchema {
	return {
		...schema,
		maxProperties: 10,
		propertyNames: { maxLength: 64 },
		additionalProperties: { ...schema.additionalProperties, maxLength: 256 },
	};
}

/** A schema with all its parents have. */
function flatten(schema: Schema, definitions: Definitions): Schema {
	const parents = (schema.allOf ?? []).map((one) =>
		flatten(one.$ref ? definitions[nameIn(one.$ref)] : one, definitions),
	);
	return [...parents, schema].reduce<Schema>(
		(sum, one) => ({
			...sum,
			...one,
			required: [...new Set([...(sum.required ?? []), ...(one.required ?? [])])],
			properties: { ...sum.properties, ...one.properties },
		}),
		{},
	);
}

function isReadOnly({ readOnly, $ref }: Schema, definitions: Definitions): boolean {
	return readOnly ?? ($ref !== undefined && definitions[nameIn($ref)].readOnly === true);
}

/** What a plain value may be: its type, and how long or large. */
function limitsOf({ type, minLength, maxLength, minimum, maximum }: Schema): JsonSchema {
	const limits = { type, minLength, maxLength, minimum, maximum };
	return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
