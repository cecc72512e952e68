'use strict';

const { randomBytes } = require('node:crypto');
const { changeQuirks } = require('../quirks.js');
const { endedJob } = require('../time/job.js');
const { endOf, matches, rescript } = require('../time/outcomes.js');
const { views } = require('../views/views.js');
const { contentsOf } = require('./contents.js');
const { collectionNamed, placeEntity } = require('./put.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').Collection} Collection
 * @typedef {import('../service.js').Service} Service
 */

/**
 * Everything a test or a person can do to an emulator besides its API.
 * @param {Service} service
 */
function controlsOf(service) {
	/**
	 * @param {Collection} collection
	 * @param {EntityRecord} record
	 * @returns {Record<string, any> & { id: string, self: string }}
	 */
	const shown = (collection, record) => ({
		id: record.id,
		...JSON.parse(JSON.stringify(views[collection](record, service.context()))),
	});
	return {
		...contentsOf(service),
		now: () => new Date(service.clock.now()),
		/** @param {number} milliseconds */
		advance: (milliseconds) => {
			service.clock.advance(milliseconds);
			service.changed();
		},
		/** @param {string | Date} instant */
		setClock: (instant) => {
			service.clock.set(instant);
			service.changed();
		},
		/** @param {number} speed */
		setSpeed: (speed) => {
			service.clock.setSpeed(speed);
			service.changed();
		},
		/** @param {string} name @param {Record<string, any>} entity */
		put: (name, entity = {}) => {
			const collection = collectionNamed(name);
			const record = placeEntity(service, collection, entity);
			service.changed();
			return shown(collection, record);
		},
		/** @param {string} name @param {string} id */
		get: (name, id) => {
			const collection = collectionNamed(name);
			const record = service.store.get(collection, id);
			return record && shown(collection, record);
		},
		/** @param {string} name */
		list: (name) => {
			const collection = collectionNamed(name);
			return service.store.all(collection).map((record) => shown(collection, record));
		},
		/** @param {string} name @param {string} id */
		remove: (name, id) => {
			const removed = service.store.remove(collectionNamed(name), id);
			service.blobs.removeAll(id.toLowerCase());
			service.changed();
			return removed;
		},
		/** @param {import('../time/outcomes.js').Outcome} outcome */
		setOutcome: (outcome) => {
			const collection = collectionNamed(outcome.collection);
			const script = service.outcomes.add(outcome);
			for (const record of service.store.all(collection)) {
				if (script.times === 0 || !matches(script, collection, record)) continue;
				if (rescript(script, record, service.clock.now())) service.outcomes.use(script);
			}
			service.changed();
		},
		clearOutcomes: () => service.outcomes.clear(),
		/** @param {string} name @param {string} id @param {string} [status] @param {import('../types.js').JobError} [error] */
		finish: (name, id, status, error) => {
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
		/** @param {import('../http/faults.js').Fault} fault */
		addFault: (fault) => service.faults.add(fault),
		clearFaults: () => service.faults.clear(),
		/** @param {{ area?: 'api' | 'content' | 'oauth' | 'all' }} [which] */
		requests: (which) => service.log.list(which?.area),
		clearRequests: () => service.log.clear(),
		expireKey: () => void (service.access.expired = true),
		/** @param {string} [key] */
		rotateKey: (key = randomBytes(16).toString('hex')) => {
			service.access.rotate(key);
			service.changed();
			return key;
		},
		/** @param {boolean} [denied] */
		denyKey: (denied = true) => void (service.access.denied = denied),
		expireTokens: () => service.tokens.expireAll(),
		/** @param {Partial<import('../quirks.js').Quirks>} changes */
		setQuirks: (changes) => changeQuirks(service.quirks, changes),
	};
}

module.exports = { controlsOf };
