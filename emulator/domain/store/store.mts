import type { Collection, Entity, Records } from '../records.mts';

type Tables = { [C in Collection]: Map<string, Records[C]> };

export type Lists = { [C in Collection]: Records[C][] };

/** In the order in which what is referred to comes first. */
export const COLLECTIONS: Collection[] = [
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
export class Store {
	private tables: Tables = tablesOf({});
	/** Sorted once after a change, so that reading all pages of a list takes as long as there are entities. */
	private sorted: Partial<Lists> = {};

	get<C extends Collection>(collection: C, id: string): Records[C] | undefined {
		return this.tables[collection].get(id.toLowerCase());
	}

	/** In the order they were added. */
	all<C extends Collection>(collection: C): Records[C][] {
		return [...this.tables[collection].values()];
	}

	/** By date of birth; those of one moment in the order they were added. */
	oldestFirst<C extends Collection>(collection: C): readonly Records[C][] {
		const known: Records[C][] | undefined = this.sorted[collection];
		if (known) return known;
		const list = this.all(collection).sort((one, other) => one.createdAt - other.createdAt);
		this.sorted = { ...this.sorted, [collection]: list };
		return list;
	}

	size(collection: Collection) {
		return this.tables[collection].size;
	}

	add<C extends Collection>(collection: C, record: Records[C]) {
		this.tables[collection].set(record.id.toLowerCase(), record);
		this.forgetOrder(collection);
		return record;
	}

	remove(collection: Collection, id: string) {
		this.forgetOrder(collection);
		return this.tables[collection].delete(id.toLowerCase());
	}

	/** Everything, as plain JSON. */
	snapshot(): Lists {
		return {
			baseModels: this.all('baseModels'),
			projects: this.all('projects'),
			datasets: this.all('datasets'),
			models: this.all('models'),
			endpoints: this.all('endpoints'),
			evaluations: this.all('evaluations'),
			webhooks: this.all('webhooks'),
			operations: this.all('operations'),
		};
	}

	/** Takes back what a snapshot holds. */
	restore(saved: Lists) {
		this.tables = tablesOf(saved);
		this.sorted = {};
	}

	private forgetOrder(collection: Collection) {
		this.sorted = { ...this.sorted, [collection]: undefined };
	}
}

function tablesOf(lists: Partial<Lists>): Tables {
	return {
		baseModels: tableOf(lists.baseModels),
		projects: tableOf(lists.projects),
		datasets: tableOf(lists.datasets),
		models: tableOf(lists.models),
		endpoints: tableOf(lists.endpoints),
		evaluations: tableOf(lists.evaluations),
		webhooks: tableOf(lists.webhooks),
		operations: tableOf(lists.operations),
	};
}

function tableOf<R extends Entity>(records: R[] = []) {
	return new Map(records.map((record) => [record.id.toLowerCase(), record]));
}
