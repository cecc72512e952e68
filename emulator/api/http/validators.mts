import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * Two validators: bodies and path parameters as they are; query strings with text read as numbers.
 * Nothing is removed or filled in, so a wrong request stays wrong.
 */
export function schemaValidators() {
	const strict = validator(false);
	const query = validator(true);
	return ({ schema, httpPart }: { schema: AnySchema; httpPart?: string }) =>
		(httpPart === 'querystring' ? query : strict).compile(schema);
}

function validator(coerceTypes: boolean) {
	const ajv = new Ajv({ coerceTypes, removeAdditional: false, allErrors: true });
	addFormats.default(ajv, ['uri', 'uuid', 'date-time']);
	return ajv;
}
