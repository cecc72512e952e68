import type { ContentRecord, Link, Texts } from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment } from '../service.mts';

const MOST_CUSTOM_PROPERTIES = 10;

/** What a PATCH can change in texts; null takes a custom property out. */
export interface TextChanges {
	displayName?: string;
	description?: string;
	customProperties?: Record<string, string | null>;
}

interface Changeable {
	fields: Texts;
	changedAt: number;
}

/**
 * Applies the plain fields of a PATCH, with custom properties merged or replaced as the quirk says.
 * @param more fields of the record's own kind
 */
export function patchFields(
	moment: Moment,
	record: Changeable,
	{ displayName, description, customProperties }: TextChanges,
	more: object = {},
) {
	const changes = {
		displayName,
		description,
		...more,
		customProperties: customProperties && patchedProperties(moment, record, customProperties),
	};
	const given = Object.entries(changes).filter(([, value]) => value !== undefined);
	Object.assign(record.fields, Object.fromEntries(given));
	record.changedAt = moment.now;
}

/**
 * Applies the fields that datasets, models, endpoints and tests share.
 */
export function patchContent(
	moment: Moment,
	record: ContentRecord,
	changes: TextChanges,
	project: Link<'projects'> | undefined,
) {
	patchFields(moment, record, changes);
	if (project) record.refs.project = project;
}

function patchedProperties(
	{ service }: Moment,
	{ fields }: Changeable,
	changes: Record<string, string | null>,
) {
	const start = service.quirks.mapsOnPatch === 'merge' ? fields.customProperties : {};
	const after = Object.entries({ ...start, ...changes }).filter(([, value]) => value !== null);
	if (after.length > MOST_CUSTOM_PROPERTIES) {
		throw invalid(
			'InvalidPayload',
			`'customProperties' must NOT have more than ${MOST_CUSTOM_PROPERTIES} properties.`,
			'customProperties',
		);
	}
	return Object.fromEntries(after);
}
