import * as shared from './sharedFields.mts';
import { locale } from './locales.mts';

const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		locale,
		customProperties: shared.customProperties,
		foundryProjectName: { type: 'string' },
	},
	['displayName', 'locale'],
);

const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	customProperties: shared.customPropertiesPatch,
	foundryProjectName: { type: 'string' },
});

export { create, update };
