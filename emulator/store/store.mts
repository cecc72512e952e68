export type Collection = import('../types.mts').Collection;

export type EntityRecord = import('../types.mts').EntityRecord;

/** @type {Collection[]} */
const COLLECTIONS: Collection[] = [
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
	collections: Map<Collection, Map<string, EntityRecord>>;

	constructor() {
		/** @type {Map<Collection, Map<string, EntityRecord>>} */
		this.collections = new Map(COLLECTIONS.map((name) => [name, new Map()]));
	}

	/** @param {Collection} collection */
	of(collection: Collection) {
		const records = this.collections.get(collection);
		if (!records) throw new Error(`Unknown collection '${String(collection)}'`);
		return records;
	}

	get(collection: Collection, id: string) {
		return this.of(collection).get(id.toLowerCase());
	}

	all(collection: Collection): EntityRecord[] {
		return [...this.of(collection).values()];
	}

	add(collection: Collection, record: EntityRecord) {
		this.of(collection).set(record.id.toLowerCase(), record);
		return record;
	}

	remove(collection: Collection, id: string) {
		return this.of(collection).delete(id.toLowerCase());
	}

	/** Everything, as plain JSON. */
	snapshot() {
		return Object.fromEntries(COLLECTIONS.map((name) => [name, this.all(name)]));
	}

	/** @param {Record<string, EntityRecord[]>} saved */
	restore(saved: Record<string, EntityRecord[]>) {
		for (const name of COLLECTIONS) {
			for (const record of saved[name] ?? []) this.add(name, record);
		}
	}
}

export { Store, COLLECTIONS };
