import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../api/client';
import type { CustomModel, Dataset } from '../speech/entities';
import { normalizeLocale } from '../speech/locale';
import { isUuid, parseEntityUrl } from '../speech/references';
import { locatorValue } from './locatorValues';

/** The locale a node's own field holds, picked, typed, or as what its expression gives; null while there is none. */
export function localeOfField(context: ILoadOptionsFunctions): string | null {
	return asLocale(current(context, 'locale'));
}

/**
 * The locale of what a node without such a field has chosen to train from: its datasets, or the model to retrain.
 *
 * @returns null when nothing is chosen yet, or when it cannot be read.
 */
export async function localeOfChoice(
	context: ILoadOptionsFunctions,
	client: SpeechClient,
): Promise<string | null> {
	const isNew = current(context, 'operation') === 'new';
	const collection = isNew ? 'datasets' : 'models';
	const chosen = isNew ? chosenDatasets(context) : [current(context, 'modelId')];
	const known = chosen.map(localeIn).find((locale) => locale !== null);
	if (known !== undefined) return known;
	const id = chosen.map(idIn).find((one) => one !== null);
	if (id === undefined) return null;
	const read = client.read<CustomModel | Dataset>(collection, id);
	return await read.then(
		({ body }) => asLocale(body.locale),
		() => null,
	);
}

/** All have one locale, so whichever can be read tells it; an expression cannot always be. */
function chosenDatasets(context: ILoadOptionsFunctions): unknown[] {
	const datasets = current(context, 'datasets') as { dataset?: unknown } | null | undefined;
	const rows = Array.isArray(datasets?.dataset) ? (datasets.dataset as unknown[]) : [];
	return rows.map((row) => locatorValue((row as { datasetId?: unknown } | null)?.datasetId));
}

function current(context: ILoadOptionsFunctions, name: string): unknown {
	return locatorValue(context.getCurrentNodeParameter(name, { extractValue: false }));
}

/** An expression may give a whole entity, which knows its locale. */
function localeIn(value: unknown): string | null {
	return typeof value === 'object' && value !== null && 'locale' in value
		? asLocale(value.locale)
		: null;
}

function idIn(value: unknown): string | null {
	const { id, self } = Object(value ?? {}) as { id?: unknown; self?: unknown };
	const text = String((typeof value === 'object' ? (id ?? self) : value) ?? '').trim();
	return isUuid(text) ? text : (parseEntityUrl(text)?.id ?? null);
}

function asLocale(value: unknown): string | null {
	return typeof value === 'string' ? normalizeLocale(value) : null;
}
