import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { allOf, equals } from '../shared/api/filter';
import { readExisting } from '../shared/api/readExisting';
import { readId, readOptionalLocale } from '../shared/n8n/locatorValues';
import type { BaseModel } from '../shared/speech/entities';
import { InputError } from '../shared/speech/inputError';
import { COLLECTION_PATHS } from '../shared/speech/references';
import { refuseEndpointOnBase } from '../shared/speech/trainingCase';

/** The base models to choose among, and the locale they are chosen for. */
export interface Candidates {
	locale: string;
	bases: BaseModel[];
	/** Whether a person named the one there is. */
	isSpecific: boolean;
}

/**
 * Reads the base models an item's fields speak of: all of a locale, or the one that was picked.
 *
 * @throws InputError when the field is empty or names nothing.
 */
export async function readCandidates(
	context: IExecuteFunctions,
	client: SpeechClient,
	itemIndex: number,
): Promise<Candidates> {
	if (context.getNodeParameter('operation', itemIndex) === 'specific') {
		const field = { name: 'baseModelId', label: 'Base Model', collection: 'baseModels' } as const;
		const id = readId(context, field, itemIndex, 'Pick a base model from the list.');
		const base = await readExisting<BaseModel>(client, 'baseModels', id, field.label);
		return { locale: base.locale, bases: [base], isSpecific: true };
	}
	const locale = readOptionalLocale(context, 'locale', itemIndex);
	if (locale === null) {
		refuseEndpointOnBase(context.getInputData()[itemIndex].json);
		throw new InputError(
			"'Locale' is empty.",
			"The incoming item has no 'locale', 'model' or 'dataset' to read it from. Choose one from the list.",
		);
	}
	const filter = allOf(equals('locale', locale));
	const bases = await client.once(
		`base models of ${locale}`,
		async () => await client.list<BaseModel>(COLLECTION_PATHS.baseModels, { filter }),
	);
	return { locale, bases, isSpecific: false };
}
