import { RETRAINED_FROM_PROPERTY } from '../shared/speech/customProperties';
import { newestFirst, toMillis } from '../shared/speech/dates';
import type { BaseModel, CustomModel, Endpoint, Entity } from '../shared/speech/entities';
import { idOf, targetOf } from '../shared/speech/references';
import { stateOf } from '../shared/speech/status';

/** All that three lists tell about a resource. */
export interface Lists {
	models: CustomModel[];
	endpoints: Endpoint[];
	bases: BaseModel[];
}

/** The lists, with what is asked of them again and again found once: a resource may hold a thousand models. */
export interface Inventory extends Lists {
	modelById: Map<string, CustomModel>;
	baseById: Map<string, BaseModel>;
	/** By model id: the endpoints that serve it. */
	usersOf: Map<string, Endpoint[]>;
	/** By model id: the models retrained from it. */
	retrainedFrom: Map<string, CustomModel[]>;
	/** By locale in lower case, newest first: the base models that are ready. */
	readyBases: Map<string, BaseModel[]>;
}

/** Indexes the lists of a resource. */
export function takeInventory(lists: Lists): Inventory {
	const { models, endpoints, bases } = lists;
	const ready = bases.filter((base) => stateOf(base) === 'succeeded');
	const ordered = [...ready].sort(newestFirst);
	return {
		...lists,
		modelById: new Map(models.map((model) => [idOf(model), model])),
		baseById: new Map(bases.map((base) => [idOf(base), base])),
		usersOf: groupBy(endpoints, ({ model }) => targetOf(model)?.id),
		retrainedFrom: groupBy(models, (model) => model.customProperties?.[RETRAINED_FROM_PROPERTY]),
		readyBases: groupBy(ordered, ({ locale }) => locale?.toLowerCase()),
	};
}

/** When an entity was created, in milliseconds since the epoch; 0 when it does not say. */
export function creation({ createdDateTime }: Pick<Entity, 'createdDateTime'>): number {
	return toMillis(createdDateTime) ?? 0;
}

function groupBy<T>(values: T[], keyOf: (value: T) => string | undefined): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}
