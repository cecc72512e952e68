import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * Two validators: bodies and path parameters as they are; query strings with text read as numbers.
 * Nothing is removed or filled in, so a wrong request stays wrong.
 */
function schemaValidators() {
	const strict = withFormats(
		new Ajv({ coerceTypes: false, removeAdditional: false, allErrors: true }),
	);
	const query = withFormats(
		new Ajv({ coerceTypes: true, removeAdditional: false, allErrors: true }),
	);
	/** @param {{ schema: any, httpPart?: string }} route */
	return ({ schema, httpPart }: { schema: any; httpPart?: string }) =>
		(httpPart === 'querystring' ? query : strict).compile(schema);
}

/** @param {import('ajv').Ajv} ajv */
function withFormats(ajv: import('ajv').Ajv) {
	addFormats(ajv, ['uri', 'uuid', 'date-time']);
	return ajv;
}

export { schemaValidators };
