import { closed } from './sharedFields.mts';

const INT32 = 2147483647;
const skip = { type: 'integer', minimum: 0, maximum: INT32 };
const top = { type: 'integer', minimum: 1, maximum: INT32 };
const filter = { type: 'string', minLength: 1 };
// None is something else than nothing: with own storage it asks for a link without a signature.
const sasLifetimeMinutes = { type: 'integer', minimum: 0, maximum: INT32 };
const manifestLifetime = { ...sasLifetimeMinutes, minimum: 1 };

/**
 * Schemas of query strings; `api-version` is required everywhere.
 */
function querySchemas(versions: string[]) {
	const version = { 'api-version': { type: 'string', enum: versions } };
	const required = ['api-version'];
	return {
		plain: closed(version, required),
		list: closed({ ...version, skip, top, filter }, required),
		files: closed({ ...version, skip, top, filter, sasLifetimeMinutes }, required),
		file: closed({ ...version, sasLifetimeMinutes }, required),
		manifest: closed({ ...version, sasLifetimeMinutes: manifestLifetime }, [
			...required,
			'sasLifetimeMinutes',
		]),
		block: closed({ ...version, blockid: { type: 'string', minLength: 1 } }, [
			...required,
			'blockid',
		]),
	};
}

/** Path parameters that must be UUIDs. */
const idParams = closed({ id: { type: 'string', format: 'uuid' } }, ['id']);
const fileParams = closed(
	{ id: { type: 'string', format: 'uuid' }, fileId: { type: 'string', format: 'uuid' } },
	['id', 'fileId'],
);

export { querySchemas, idParams, fileParams };
