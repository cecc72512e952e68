'use strict';

/**
 * @typedef {import('../types.js').Collection} Collection
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/** @type {Collection[]} */
const COLLECTIONS = [
	'baseModels',
	'projects',
	'datasets',
	'models',
	'endpoints',
	'evaluations',
	'webhooks',
	'operations',
];

/** All entities in memory, in the order they were made. */
class Store {
	constructor() {
		/** @type {Map<Collection, Map<string, EntityRecord>>} */
		this.collections = new Map(COLLECTIONS.map((name) => [name, new Map()]));
	}

	/** @param {Collection} collection */
	of(collection) {
		const records = this.collections.get(collection);
		if (!records) throw new Error(`Unknown collection '${String(collection)}'`);
		return records;
	}

	/**
	 * @param {Collection} collection
	 * @param {string} id
	 */
	get(collection, id) {
		return this.of(collection).get(id.toLowerCase());
	}

	/**
	 * @param {Collection} collection
	 * @returns {EntityRecord[]}
	 */
	all(collection) {
		return [...this.of(collection).values()];
	}

	/**
	 * @param {Collection} collection
	 * @param {EntityRecord} record
	 */
	add(collection, record) {
		this.of(collection).set(record.id.toLowerCase(), record);
		return record;
	}

	/**
	 * @param {Collection} collection
	 * @param {string} id
	 */
	remove(collection, id) {
		return this.of(collection).delete(id.toLowerCase());
	}

	/** Everything, as plain JSON. */
	snapshot() {
		return Object.fromEntries(COLLECTIONS.map((name) => [name, this.all(name)]));
	}

	/** @param {Record<string, EntityRecord[]>} saved */
	restore(saved) {
		for (const name of COLLECTIONS) {
			for (const record of saved[name] ?? []) this.add(name, record);
		}
	}
}

module.exports = { Store, COLLECTIONS };
