import * as shared from './sharedFields.mts';
import { locale } from './locales.mts';

const create = shared.closed(
	{
		displayName: shared.displayName,
		description: shared.description,
		locale,
		model1: shared.reference,
		model2: shared.reference,
		dataset: shared.reference,
		transcription1: shared.reference,
		transcription2: shared.reference,
		project: shared.reference,
		customProperties: shared.customProperties,
	},
	['displayName', 'locale', 'model1', 'model2', 'dataset'],
);

const update = shared.closed({
	displayName: { type: 'string' },
	description: shared.description,
	project: shared.reference,
	customProperties: shared.customPropertiesPatch,
});

export { create, update };
