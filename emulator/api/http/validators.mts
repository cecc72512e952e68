import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * Two validators: bodies and path parameters as they are; query strings with text read as numbers.
 * Nothing is removed or filled in, so a wrong request stays wrong.
 */
export function schemaValidators() {
	return ({ schema, httpPart }: { schema: AnySchema; httpPart?: string }) => {
		const compiled = httpPart === 'querystring' ? query : strict;
		return (data: unknown) => {
			const validate = compiled(schema);
			return validate(data) || { error: validate.errors ?? [] };
		};
	};
}

const strict = compiler(false);
const query = compiler(true);

/**
 * Compiles a schema when a request first needs it, and once for all emulators of a process: compiling all of them
 * was most of an emulator's start.
 */
function compiler(coerceTypes: boolean) {
	const ajv = new Ajv({ coerceTypes, removeAdditional: false, allErrors: true });
	addFormats.default(ajv, ['uri', 'uuid', 'date-time']);
	const compiled = new Map<string, ValidateFunction>();
	return (schema: AnySchema): ValidateFunction => {
		// By its text, since each emulator has objects of its own.
		const text = JSON.stringify(schema);
		const validate = compiled.get(text) ?? ajv.compile(schema);
		compiled.set(text, validate);
		return validate;
	};
}
