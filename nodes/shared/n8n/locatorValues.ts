import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COLLECTION_LABELS, isUuid, parseEntityUrl, type Collection } from '../speech/references';
import { InputError } from '../speech/inputError';
import { isObject } from '../speech/jsonObject';
import { normalizeLocale } from '../speech/locale';
import { cleanText, withArticle } from '../speech/text';

/** Which field is read: its parameter name, its label, and the group its value must belong to. */
export interface EntityField {
	name: string;
	label: string;
	collection: Collection;
}

/**
 * Reads a picked entity's id. Takes more than an id: a URL of the entity, or an object with `id` or `self`.
 *
 * @returns null when the field is empty.
 * @throws InputError when the value is something else.
 */
export function readOptionalId(
	context: IExecuteFunctions,
	field: EntityField,
	itemIndex: number,
): string | null {
	const value = locatorValue(context.getNodeParameter(field.name, itemIndex, ''));
	return idFromInput(entityWithUrl(context.getInputData()[itemIndex], value) ?? value, field);
}

/** The entity of the incoming item that has a URL as its own: it shows what it is when its URL does not. */
function entityWithUrl(item: INodeExecutionData | undefined, url: unknown): unknown {
	if (typeof url !== 'string' || url === '') return undefined;
	return Object.values(item?.json ?? {}).find((value) => isObject(value) && value.self === url);
}

/**
 * Reads a picked entity's id, which must be there.
 *
 * @param missing What to do when the field is empty.
 * @throws InputError when it is empty or no such id.
 */
export function readId(
	context: IExecuteFunctions,
	field: EntityField,
	itemIndex: number,
	missing: string,
): string {
	const id = readOptionalId(context, field, itemIndex);
	if (id !== null) return id;
	throw new InputError(`'${field.label}' is empty.`, missing);
}

/** The id in what a person or an expression put into a field; null when that is nothing. */
export function idFromInput(
	input: unknown,
	{ label, collection }: Omit<EntityField, 'name'>,
): string | null {
	const text = textOf(input);
	if (text === '') return null;
	if (isUuid(text)) return text.toLowerCase();
	const what = COLLECTION_LABELS[collection];
	const parsed = parseEntityUrl(text);
	if (parsed?.collection === collection) return parsed.id;
	if (parsed && collection === 'baseModels' && isBaseModel(input)) return parsed.id;
	if (parsed) {
		throw new InputError(
			`'${label}' contains the URL of ${withArticle(COLLECTION_LABELS[parsed.collection])}, but ${withArticle(what)} is required.`,
			`Pick the ${what} from the list, or paste its own URL or ID.`,
		);
	}
	throw new InputError(
		`'${label}' is not the ID or URL of ${withArticle(what)}: '${cleanText(text, 60)}'.`,
		'An ID looks like 1b2c3d4e-0000-4000-8000-123456789abc.',
	);
}

/** A base model as the service sent it, known by what only base models have: it may be named as custom ones are. */
function isBaseModel(input: unknown): boolean {
	const { properties } = Object(input ?? {}) as { properties?: unknown };
	const { chargeForAdaptation, features } = Object(properties ?? {}) as Record<string, unknown>;
	const hasKinds = 'supportsAdaptationsWith' in (Object(features ?? {}) as object);
	return typeof input === 'object' && (hasKinds || typeof chargeForAdaptation === 'boolean');
}

/** An entity stands for its id; any other object is shown as it is, so that a wrong expression is seen. */
function textOf(input: unknown): string {
	if (typeof input !== 'object' || input === null) return String(input ?? '').trim();
	if (!('id' in input || 'self' in input)) return JSON.stringify(input);
	const { id, self } = input as { id?: unknown; self?: unknown };
	return String(id ?? self ?? '').trim();
}

/**
 * Reads a locale.
 *
 * @returns null when the field is empty.
 * @throws InputError when the value is no locale.
 */
export function readOptionalLocale(
	context: IExecuteFunctions,
	name: string,
	itemIndex: number,
): string | null {
	const value = locatorValue(context.getNodeParameter(name, itemIndex, ''));
	if (value === undefined || value === null || value === '') return null;
	const locale = normalizeLocale(String(value));
	if (locale) return locale;
	throw new InputError(
		`'Locale' is not a locale: '${cleanText(String(value), 60)}'.`,
		"Use a language and a region, such as 'en-US' or 'de-DE'.",
	);
}

/** The entries of a field that may name several: an expression may give an array or a comma-separated list. */
export function severalOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	return typeof value === 'string' ? value.split(',') : [value];
}

/** The value inside a resource locator; expressions may also give the bare value. */
export function locatorValue(parameter: unknown): unknown {
	const isLocator = typeof parameter === 'object' && parameter !== null && 'mode' in parameter;
	return isLocator ? (parameter as { value?: unknown }).value : parameter;
}
