import * as shared from './sharedFields.mts';

export const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		locale: shared.locale,
		customProperties: shared.customProperties,
		foundryProjectName: { type: 'string' },
	},
	['displayName', 'locale'],
);

export const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	customProperties: shared.customPropertiesPatch,
	foundryProjectName: { type: 'string' },
});
