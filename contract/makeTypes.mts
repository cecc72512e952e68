// Writes the types of the contract's definitions into the file that is named, contract/types.d.ts unless told otherwise.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import { readContract, type Schema } from './document.mts';

const OWN = join(import.meta.dirname, 'types.d.ts');

/** What Swagger 2.0 says of a schema that JSON Schema does not know, or that makes no type. */
const NO_PART_OF_A_TYPE = new Set(['x-ms-enum', 'format', 'readOnly']);

/** A schema of Swagger 2.0 in JSON Schema: a reference stands alone, and an object is closed unless it is a map. */
function asJsonSchema(schema: Schema): JSONSchema {
	if (schema.$ref !== undefined) return { $ref: schema.$ref };
	const { properties, items, allOf, additionalProperties, ...plain } = schema;
	const kept = Object.entries(plain).filter(([key]) => !NO_PART_OF_A_TYPE.has(key));
	const isClosed = schema.type === 'object' && additionalProperties === undefined;
	return {
		...Object.fromEntries(kept),
		...(properties && { properties: eachAsJsonSchema(properties) }),
		...(items && { items: asJsonSchema(items) }),
		...(allOf && { allOf: allOf.map(asJsonSchema) }),
		...(additionalProperties && { additionalProperties: asJsonSchema(additionalProperties) }),
		...(isClosed && { additionalProperties: false }),
	};
}

const eachAsJsonSchema = (schemas: Record<string, Schema>): Record<string, JSONSchema> =>
	Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, asJsonSchema(one)]));

/** Takes out what the compiler says of its own way, and the empty type around the definitions. */
const withoutAsides = (types: string) =>
	types
		.replace(/export interface Definitions \{\}\n/, '')
		.replace(/\/\*\*\n \* This interface was referenced by[\s\S]*?\*\/\n/g, '')
		.replace(
			/\n \*\n \* This interface was referenced by[^\n]*\n \* via the `definition` "[^"]*"\./g,
			'',
		);

const definitions: JSONSchema = {
	title: 'Definitions',
	type: 'object',
	additionalProperties: false,
	properties: {},
	definitions: eachAsJsonSchema(readContract().definitions),
};
const types = await compile(definitions, 'Definitions', {
	unreachableDefinitions: true,
	bannerComment: '// Made by `npm run contract:types`. Do not edit.',
	format: false,
	enableConstEnums: false,
	declareExternallyReferenced: true,
});
const style = { ...(await resolveConfig(OWN)), filepath: OWN };
writeFileSync(process.argv[2] ?? OWN, withoutAsides(await format(types, style)));
