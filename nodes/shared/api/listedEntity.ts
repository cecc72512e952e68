import { parseEntityUrl } from '../speech/references';
import { isObject } from '../speech/jsonObject';
import type { Accepts } from './shapes';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isReference: Check = (value) => isObject(value) && isText(value.self);
/** The service writes null for what it does not know. */
const orNothing =
	(check: Check): Check =>
	(value) =>
		value === undefined || value === null || check(value);
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
const withFields =
	(fields: Record<string, Check>): Check =>
	(value) =>
		isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

/** The types of what the nodes read of an entity; source: OpenAPI document 2025-10-15. */
const FIELDS: Record<string, Check> = {
	displayName: isText,
	description: orNothing(isText),
	locale: orNothing(isText),
	kind: orNothing(isText),
	status: orNothing(isText),
	createdDateTime: orNothing(isText),
	lastActionDateTime: orNothing(isText),
	customProperties: orNothing(
		(value) => isObject(value) && Object.values(value).every(orNothing(isText)),
	),
	project: orNothing(isReference),
	baseModel: orNothing(isReference),
	model: orNothing(isReference),
	model1: orNothing(isReference),
	model2: orNothing(isReference),
	dataset: orNothing(isReference),
	datasets: orNothing(listOf(isReference)),
	links: orNothing(isObject),
	properties: orNothing(
		withFields({
			error: orNothing(isObject),
			deprecationDates: orNothing(
				withFields({
					adaptationDateTime: orNothing(isText),
					transcriptionDateTime: orNothing(isText),
				}),
			),
			features: orNothing(withFields({ supportsAdaptationsWith: orNothing(listOf(isText)) })),
		}),
	),
};

/** Whether an entry of a list can be worked with: it says what it is, and nothing in it is of another type than promised. */
export const isListedEntity: Accepts = (entry) =>
	isObject(entry) &&
	isText(entry.self) &&
	parseEntityUrl(String(entry.self)) !== null &&
	withFields(FIELDS)(entry);

/** An entry of a list without the fields that are of another type than promised; null when it does not say what it is. */
export function salvaged(entry: unknown): Record<string, unknown> | null {
	if (!isObject(entry) || !isText(entry.self) || !parseEntityUrl(String(entry.self))) return null;
	const sound = Object.entries(entry).filter(([name, value]) => FIELDS[name]?.(value) ?? true);
	return { displayName: '', ...Object.fromEntries(sound) };
}
