'use strict';

const { COLLECTIONS } = require('../store/store.js');
const { newRecord } = require('../store/newRecord.js');
const { endedJob } = require('../time/job.js');

/**
 * @typedef {import('../types.js').Collection} Collection
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').Link} Link
 * @typedef {import('../service.js').Service} Service
 */

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
const DEFAULTS = {
	datasets: { kind: 'Language' },
	webhooks: { locale: undefined, webUrl: 'http://127.0.0.1:9/', events: {} },
};

/**
 * Puts an entity into the store past all rules, with everything it lacks filled in. That something changed is for the
 * caller to say, once for all it puts.
 * @param {Service} service
 * @param {Collection} collection
 * @param {Record<string, any>} entity in the shape of the API; references may be bare ids
 * @returns {EntityRecord}
 */
function placeEntity(service, collection, entity) {
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

/**
 * @param {Service} service
 * @param {Collection} collection
 * @param {EntityRecord} record
 * @param {Record<string, any>} entity
 */
function giveJob(service, collection, record, entity) {
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

/**
 * @param {Service} service
 * @param {Collection} collection
 * @param {EntityRecord} record
 * @returns {keyof import('../time/durations.js').Durations}
 */
function workOf(service, collection, record) {
	if (collection === 'models') {
		const links = /** @type {Link[]} */ (record.refs.datasets ?? []);
		const kinds = links.map(({ id }) => service.store.get('datasets', id)?.fields.kind);
		return kinds.includes('Acoustic') ? 'trainingAcoustic' : 'trainingText';
	}
	if (collection === 'evaluations') return 'evaluation';
	if (collection === 'endpoints') return 'endpoint';
	return collection === 'operations' ? 'copy' : 'dataset';
}

/**
 * @param {Service} service
 * @param {Record<string, any>} entity
 */
function refsOf(service, entity) {
	/** @type {Record<string, Link | Link[]>} */
	const refs = {};
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
 * @param {Service} service
 * @param {string} name
 * @param {string | { self?: string, id?: string }} value a bare id, a reference, or an entity
 * @returns {Link}
 */
function linkTo(service, name, value) {
	const text = typeof value === 'string' ? value : (value.id ?? value.self ?? '');
	const id = ID.exec(text)?.[0].toLowerCase();
	if (!id) throw new Error(`'${name}' refers to no id: ${text}`);
	if (name === 'project') return { collection: 'projects', id };
	if (name.startsWith('dataset')) return { collection: 'datasets', id };
	const base = name === 'baseModel' || service.store.get('baseModels', id) !== undefined;
	return { collection: base ? 'baseModels' : 'models', id };
}

/**
 * @param {Record<string, any>} entity
 * @param {string[]} names
 */
function without(entity, names) {
	return Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)));
}

/** @param {string | undefined} text */
function dateOf(text) {
	if (text === undefined) return undefined;
	const instant = Date.parse(text);
	if (Number.isNaN(instant)) throw new Error(`Not a date-time: ${text}`);
	return instant;
}

/**
 * Checks the name of a collection that came from outside.
 * @param {string} name
 * @returns {Collection}
 */
function collectionNamed(name) {
	const known = COLLECTIONS.find((one) => one === name);
	if (!known) throw new Error(`Unknown collection '${name}'`);
	return known;
}

module.exports = { placeEntity, collectionNamed };
