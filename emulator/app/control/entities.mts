import type { ApiHost } from '../../api/apiHost.mts';
import { views, type Views } from '../../api/views/views.mts';
import type { Collection, EntityRecord, JobError, Records } from '../../domain/records.mts';
import type { Service } from '../../domain/service.mts';
import { endedJob } from '../../domain/time/job.mts';
import { endOf, type Script } from '../../domain/time/outcomes.mts';
import { collectionNamed } from './collectionNamed.mts';
import { isWork, placeEntity } from './placeEntity.mts';

/** An entity as the API shows it, with its bare id. */
export type Shown<C extends Collection = Collection> = { id: string } & Views[C];

/** Entities past the API and its rules. A name that no collection has is an error. */
export interface Entities {
	put<C extends Collection>(name: C, entity?: object): Shown<C>;
	put(name: string, entity?: object): Shown;
	get<C extends Collection>(name: C, id: string): Shown<C> | undefined;
	get(name: string, id: string): Shown | undefined;
	list<C extends Collection>(name: C): Shown<C>[];
	list(name: string): Shown[];
	remove(name: string, id: string): boolean;
	/** Ends a job now, as planned or as said. */
	finish<C extends Collection>(name: C, id: string, status?: string, error?: JobError): Shown<C>;
	finish(name: string, id: string, status?: string, error?: JobError): Shown;
}

/**
 * What a test can do to entities.
 */
export function entitiesOf(host: ApiHost): Entities {
	const { service } = host;
	const { store } = service;

	function shown<C extends Collection>(collection: C, record: Records[C]): Shown<C> {
		return structuredClone({ id: record.id, ...views[collection](record, host.context()) });
	}

	function put<C extends Collection>(name: C, entity?: object): Shown<C>;
	function put(name: string, entity?: object): Shown;
	function put(name: string, entity: object = {}) {
		const collection = collectionNamed(name);
		const record = placeEntity(service, collection, { ...entity });
		host.changed();
		return shown(collection, record);
	}

	function get<C extends Collection>(name: C, id: string): Shown<C> | undefined;
	function get(name: string, id: string): Shown | undefined;
	function get(name: string, id: string) {
		const collection = collectionNamed(name);
		const record = store.get(collection, id);
		return record && shown(collection, record);
	}

	function list<C extends Collection>(name: C): Shown<C>[];
	function list(name: string): Shown[];
	function list(name: string) {
		const collection = collectionNamed(name);
		return store.all(collection).map((record) => shown(collection, record));
	}

	function remove(name: string, id: string) {
		const removed = store.remove(collectionNamed(name), id);
		service.blobs.removeAll(id.toLowerCase());
		host.changed();
		return removed;
	}

	function finish<C extends Collection>(
		name: C,
		id: string,
		status?: string,
		error?: JobError,
	): Shown<C>;
	function finish(name: string, id: string, status?: string, error?: JobError): Shown;
	function finish(name: string, id: string, status?: string, error?: JobError) {
		const collection = collectionNamed(name);
		const record = store.get(collection, id);
		if (!record) throw new Error(`There is no ${id} in ${name}`);
		const script = status || error ? { status, error } : undefined;
		endWork(service, collection, record, script);
		host.changed();
		return shown(collection, record);
	}

	return { put, get, list, remove, finish };
}

/** Ends the job of a record now, as scripted or else as planned. */
function endWork(
	{ clock }: Service,
	collection: Collection,
	record: EntityRecord,
	script: Script | undefined,
) {
	const work = isWork(record) ? record : undefined;
	if (!work || (!work.job && collection !== 'datasets')) {
		throw new Error(`No job in ${collection} to end`);
	}
	const ended = endedJob(clock.now(), endOf(script ?? work.job?.end, collection));
	work.job = { ...ended, queuedAt: work.job?.queuedAt ?? record.createdAt };
	if ('servesFrom' in record) delete record.servesFrom;
}
