import * as shared from './sharedFields.mts';
import { locale, datasetKinds } from './locales.mts';

/** Bodies of POST and PATCH of datasets, and of the commit of blocks. */
const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		locale,
		kind: { type: 'string', enum: datasetKinds },
		contentUrl: shared.uri,
		project: shared.reference,
		customProperties: shared.customProperties,
		properties: shared.closed({
			textNormalizationKind: { type: 'string', enum: ['Default', 'None'] },
		}),
	},
	['displayName', 'locale', 'kind'],
);

const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	project: shared.reference,
	customProperties: shared.customPropertiesPatch,
});

const commit = {
	type: 'array',
	items: shared.closed(
		{
			kind: { type: 'string', enum: ['Committed', 'Uncommitted', 'Latest'] },
			id: { type: 'string', minLength: 1 },
		},
		['kind', 'id'],
	),
};

export { create, update, commit };
