import { randomBytes } from 'node:crypto';
import { changeQuirks } from '../quirks.mts';
import { endedJob } from '../time/job.mts';
import { endOf, matches, rescript } from '../time/outcomes.mts';
import { views } from '../views/views.mts';
import { contentsOf } from './contents.mts';
import { collectionNamed, placeEntity } from './put.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type Collection = import('../types.mts').Collection;

export type Service = import('../service.mts').Service;

/**
 * Everything a test or a person can do to an emulator besides its API.
 */
function controlsOf(service: Service) {
	const shown = (
		collection: Collection,
		record: EntityRecord,
	): Record<string, any> & { id: string; self: string } => ({
		id: record.id,
		...JSON.parse(JSON.stringify(views[collection](record, service.context()))),
	});
	return {
		...contentsOf(service),
		now: () => new Date(service.clock.now()),
		/** @param {number} milliseconds */
		advance: (milliseconds: number) => {
			service.clock.advance(milliseconds);
			service.changed();
		},
		/** @param {string | Date} instant */
		setClock: (instant: string | Date) => {
			service.clock.set(instant);
			service.changed();
		},
		/** @param {number} speed */
		setSpeed: (speed: number) => {
			service.clock.setSpeed(speed);
			service.changed();
		},
		/** @param {string} name @param {Record<string, any>} entity */
		put: (name: string, entity: Record<string, any> = {}) => {
			const collection = collectionNamed(name);
			const record = placeEntity(service, collection, entity);
			service.changed();
			return shown(collection, record);
		},
		/** @param {string} name @param {string} id */
		get: (name: string, id: string) => {
			const collection = collectionNamed(name);
			const record = service.store.get(collection, id);
			return record && shown(collection, record);
		},
		/** @param {string} name */
		list: (name: string) => {
			const collection = collectionNamed(name);
			return service.store.all(collection).map((record) => shown(collection, record));
		},
		/** @param {string} name @param {string} id */
		remove: (name: string, id: string) => {
			const removed = service.store.remove(collectionNamed(name), id);
			service.blobs.removeAll(id.toLowerCase());
			service.changed();
			return removed;
		},
		/** @param {import('../time/outcomes.mts').Outcome} outcome */
		setOutcome: (outcome: import('../time/outcomes.mts').Outcome) => {
			const collection = collectionNamed(outcome.collection);
			const script = service.outcomes.add(outcome);
			for (const record of service.store.all(collection)) {
				if (script.times === 0 || !matches(script, collection, record)) continue;
				if (rescript(script, record, service.clock.now())) service.outcomes.use(script);
			}
			service.changed();
		},
		clearOutcomes: () => service.outcomes.clear(),
		/** @param {string} name @param {string} id @param {string} [status] @param {import('../types.mts').JobError} [error] */
		finish: (
			name: string,
			id: string,
			status?: string,
			error?: import('../types.mts').JobError,
		) => {
			const collection = collectionNamed(name);
			const record = service.store.get(collection, id);
			if (!record) throw new Error(`There is no ${id} in ${name}`);
			if (!record.job && collection !== 'datasets') throw new Error(`No job in ${name} to end`);
			const scripted = status || error ? { status, error } : record.job?.end;
			const ended = endedJob(service.clock.now(), endOf(scripted, collection));
			record.job = { ...ended, queuedAt: record.job?.queuedAt ?? record.createdAt };
			delete record.inner.servesFrom;
			service.changed();
			return shown(collection, record);
		},
		/** @param {import('../http/faults.mts').Fault} fault */
		addFault: (fault: import('../http/faults.mts').Fault) => service.faults.add(fault),
		clearFaults: () => service.faults.clear(),
		/** @param {{ area?: 'api' | 'content' | 'oauth' | 'all' }} [which] */
		requests: (which?: { area?: 'api' | 'content' | 'oauth' | 'all' }) =>
			service.log.list(which?.area),
		clearRequests: () => service.log.clear(),
		expireKey: () => void (service.access.expired = true),
		/** @param {string} [key] */
		rotateKey: (key: string = randomBytes(16).toString('hex')) => {
			service.access.rotate(key);
			service.changed();
			return key;
		},
		/** @param {boolean} [denied] */
		denyKey: (denied: boolean = true) => void (service.access.denied = denied),
		expireTokens: () => service.tokens.expireAll(),
		/** @param {Partial<import('../quirks.mts').Quirks>} changes */
		setQuirks: (changes: Partial<import('../quirks.mts').Quirks>) =>
			changeQuirks(service.quirks, changes),
	};
}

export { controlsOf };
