// Writes contract/types.ts from the definitions of the OpenAPI document (Swagger 2.0).
import { readFileSync, writeFileSync } from 'node:fs';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

const [from, to] = process.argv.slice(2) as [string, string];
const { definitions } = JSON.parse(readFileSync(from, 'utf8')) as {
	definitions: Record<string, any>;
};

/** Swagger 2.0 says some things otherwise than JSON Schema. */
function asJsonSchema(one: any): any {
	if (Array.isArray(one)) return one.map(asJsonSchema);
	if (one === null || typeof one !== 'object') return one;
	if (typeof one.$ref === 'string') return { $ref: one.$ref };
	const { 'x-ms-enum': extensible, format, readOnly, ...rest } = one;
	const all = Object.fromEntries(
		Object.entries(rest).map(([key, value]) => [key, asJsonSchema(value)]),
	);
	if (one.type === 'object' && one.additionalProperties === undefined)
		all.additionalProperties = false;
	return all;
}

const schema = {
	title: 'Definitions',
	type: 'object',
	additionalProperties: false,
	properties: {},
	definitions: asJsonSchema(definitions),
} as JSONSchema;
const text = await compile(schema, 'Definitions', {
	unreachableDefinitions: true,
	bannerComment: '// Made by `npm run contract:types`. Do not edit.',
	format: false,
	enableConstEnums: false,
	declareExternallyReferenced: true,
});
const tidy = text
	.replace(/\nexport interface Definitions \{[\s\S]*?\n\}\n/, '\n')
	.replace(/\/\*\*\n \* This interface was referenced by[\s\S]*?\*\/\n/g, '')
	.replace(
		/\n \*\n \* This interface was referenced by[^\n]*\n \* via the `definition` "[^"]*"\./g,
		'',
	);
writeFileSync(to, tidy);
