import { invalidRequest } from '../http/apiError.mts';
import { projectRef } from './references.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

/**
 * Applies the plain fields of a PATCH body, with maps merged or replaced as the quirk says.
 */
function patchFields(
	ctx: ViewContext,
	record: EntityRecord,
	body: Record<string, any>,
	names: string[],
) {
	const changes = names
		.filter((name) => body[name] !== undefined)
		.map((name) => [
			name,
			typeof body[name] === 'object'
				? patchedMap(ctx, record.fields[name] ?? {}, body[name], name)
				: body[name],
		]);
	Object.assign(record.fields, Object.fromEntries(changes));
	record.changedAt = ctx.now;
}

function patchedMap(
	ctx: ViewContext,
	before: Record<string, any>,
	change: Record<string, any>,
	name: string,
) {
	const start = ctx.service.quirks.mapsOnPatch === 'merge' ? before : {};
	const after = Object.fromEntries(
		Object.entries({ ...start, ...change }).filter(([, value]) => value !== null),
	);
	if (name === 'customProperties' && Object.keys(after).length > 10) {
		throw invalidRequest(
			'InvalidPayload',
			`'${name}' must NOT have more than 10 properties.`,
			name,
		);
	}
	return after;
}

/**
 * Applies the fields that datasets, models and evaluations share.
 */
function patchContent(ctx: ViewContext, record: EntityRecord, body: Record<string, any>) {
	const project = projectRef(ctx, body, record.fields.locale);
	patchFields(ctx, record, body, ['displayName', 'description', 'customProperties']);
	Object.assign(record.refs, project);
}

export { patchFields, patchContent };
