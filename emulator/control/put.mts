import { COLLECTIONS } from '../store/store.mts';
import { newRecord } from '../store/newRecord.mts';
import { endedJob } from '../time/job.mts';

export type Collection = import('../types.mts').Collection;

export type EntityRecord = import('../types.mts').EntityRecord;

export type Link = import('../types.mts').Link;

export type Service = import('../service.mts').Service;

const REFERENCES = ['model', 'model1', 'model2', 'baseModel', 'dataset', 'datasets', 'project'];
const READ_ONLY = [
	'id',
	'self',
	'links',
	'status',
	'createdDateTime',
	'lastActionDateTime',
	'properties',
];
const JOBLESS = new Set(['projects', 'webhooks']);
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** @type {Partial<Record<Collection, Record<string, any>>>} */
const DEFAULTS: Partial<Record<Collection, Record<string, any>>> = {
	datasets: { kind: 'Language' },
	webhooks: { locale: undefined, webUrl: 'http://127.0.0.1:9/', events: {} },
};

/**
 * Puts an entity into the store past all rules, with everything it lacks filled in. That something changed is for the
 * caller to say, once for all it puts.
 * @param entity in the shape of the API; references may be bare ids
 */
function placeEntity(
	service: Service,
	collection: Collection,
	entity: Record<string, any>,
): EntityRecord {
	const now = service.clock.now();
	const createdAt = dateOf(entity.createdDateTime) ?? now;
	const record = newRecord(createdAt, {
		...(entity.id ? { id: String(entity.id).toLowerCase() } : {}),
		fields: {
			displayName: `A ${collection.replace(/s$/, '')}`,
			locale: 'en-US',
			...DEFAULTS[collection],
			...without(entity, [...READ_ONLY, ...REFERENCES]),
		},
		refs: refsOf(service, entity),
		properties: structuredClone(entity.properties ?? {}),
	});
	if (!ID.test(record.id)) throw new Error(`Not a UUID: ${record.id}`);
	record.changedAt = dateOf(entity.lastActionDateTime) ?? createdAt;
	if (collection === 'webhooks') record.status = entity.status ?? 'Succeeded';
	if (!JOBLESS.has(collection)) giveJob(service, collection, record, entity);
	service.store.add(collection, record);
	// What was put in has happened already, so web hooks hear nothing of it.
	record.inner.announced = entity.status === 'NotStarted' ? 1 : entity.status === 'Running' ? 2 : 3;
	return record;
}

function giveJob(
	service: Service,
	collection: Collection,
	record: EntityRecord,
	entity: Record<string, any>,
) {
	const status = entity.status ?? 'Succeeded';
	if (status === 'NotStarted' || status === 'Running') {
		record.job = service.plan(
			collection,
			record,
			workOf(service, collection, record),
			service.clock.now(),
		);
		if (status === 'Running') {
			record.job.queuedAt = record.createdAt;
			record.job.startsAt = service.clock.now();
		}
		return;
	}
	const failed = status === 'Failed' && !entity.properties?.error;
	const error = failed ? { code: 'InternalServerError', message: 'The job failed.' } : undefined;
	record.job = endedJob(record.createdAt, { status, error });
}

function workOf(
	service: Service,
	collection: Collection,
	record: EntityRecord,
): keyof import('../time/durations.mts').Durations {
	if (collection === 'models') {
		const links = record.refs.datasets ?? ([] as Link[]);
		const kinds = links.map(({ id }) => service.store.get('datasets', id)?.fields.kind);
		return kinds.includes('Acoustic') ? 'trainingAcoustic' : 'trainingText';
	}
	if (collection === 'evaluations') return 'evaluation';
	if (collection === 'endpoints') return 'endpoint';
	return collection === 'operations' ? 'copy' : 'dataset';
}

function refsOf(service: Service, entity: Record<string, any>) {
	/** @type {Record<string, Link | Link[]>} */
	const refs: Record<string, Link | Link[]> = {};
	for (const name of REFERENCES) {
		const value = entity[name];
		if (value === undefined || value === null) continue;
		refs[name] = Array.isArray(value)
			? value.map((one) => linkTo(service, name, one))
			: linkTo(service, name, value);
	}
	return refs;
}

/**
 * @param value a bare id, a reference, or an entity
 */
function linkTo(
	service: Service,
	name: string,
	value: string | { self?: string; id?: string },
): Link {
	const text = typeof value === 'string' ? value : (value.id ?? value.self ?? '');
	const id = ID.exec(text)?.[0].toLowerCase();
	if (!id) throw new Error(`'${name}' refers to no id: ${text}`);
	if (name === 'project') return { collection: 'projects', id };
	if (name.startsWith('dataset')) return { collection: 'datasets', id };
	const base = name === 'baseModel' || service.store.get('baseModels', id) !== undefined;
	return { collection: base ? 'baseModels' : 'models', id };
}

function without(entity: Record<string, any>, names: string[]) {
	return Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)));
}

/** @param {string | undefined} text */
function dateOf(text: string | undefined) {
	if (text === undefined) return undefined;
	const instant = Date.parse(text);
	if (Number.isNaN(instant)) throw new Error(`Not a date-time: ${text}`);
	return instant;
}

/**
 * Checks the name of a collection that came from outside.
 */
function collectionNamed(name: string): Collection {
	const known = COLLECTIONS.find((one) => one === name);
	if (!known) throw new Error(`Unknown collection '${name}'`);
	return known;
}

export { placeEntity, collectionNamed };
