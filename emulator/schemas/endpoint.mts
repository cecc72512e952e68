import * as shared from './sharedFields.mts';
import { locale } from './locales.mts';

const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		locale,
		model: shared.reference,
		project: shared.reference,
		customProperties: shared.customProperties,
		properties: shared.closed({ loggingEnabled: { type: 'boolean' } }),
	},
	['displayName', 'locale'],
);

// The same switch has another name here: loggingEnabled on create, contentLoggingEnabled on update.
const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	model: shared.reference,
	project: shared.reference,
	customProperties: shared.customPropertiesPatch,
	properties: shared.closed({ contentLoggingEnabled: { type: 'boolean' } }),
});

export { create, update };
