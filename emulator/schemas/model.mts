import * as shared from './sharedFields.mts';
import { locale } from './locales.mts';

/** Bodies of POST and PATCH of custom models, and of copying one. */
const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		locale,
		baseModel: shared.reference,
		datasets: { type: 'array', items: shared.reference },
		project: shared.reference,
		customProperties: shared.customProperties,
		properties: shared.closed({
			customModelWeightPercent: { type: 'integer', minimum: 1, maximum: 100 },
		}),
	},
	['displayName', 'locale'],
);

const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	project: shared.reference,
	customProperties: shared.customPropertiesPatch,
});

const text = { type: 'string', minLength: 1 };
const authorizeCopy = shared.closed({ sourceResourceId: text }, ['sourceResourceId']);

const copyFields = {
	targetResourceRegion: text,
	targetResourceId: text,
	targetResourceEndpoint: text,
	sourceResourceId: text,
	expirationDateTime: { type: 'string', format: 'date-time' },
	id: text,
};
const copy = shared.closed(copyFields, Object.keys(copyFields));

export { create, update, authorizeCopy, copy };
