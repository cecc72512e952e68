import type {
	BaseModel,
	CopyOperation,
	CustomModel,
	Dataset,
	Endpoint,
	EntityFile,
	Evaluation,
	Project,
} from '../entities';
import { isObject } from '../jsonObject';
import { parseEntityUrl, type Collection } from '../references';
import { ENTITY_FIELDS } from './entityFields';
import {
	number,
	objectOf,
	optional,
	required,
	soundFields,
	text,
	word,
	type Reader,
} from './readers';
import { entityUrl } from './speechReaders';

const READERS: Record<Collection, Reader<unknown>> = {
	models: objectOf<CustomModel>(ENTITY_FIELDS.models),
	baseModels: objectOf<BaseModel>(ENTITY_FIELDS.baseModels),
	datasets: objectOf<Dataset>(ENTITY_FIELDS.datasets),
	endpoints: objectOf<Endpoint>(ENTITY_FIELDS.endpoints),
	evaluations: objectOf<Evaluation>(ENTITY_FIELDS.evaluations),
	projects: objectOf<Project>(ENTITY_FIELDS.projects),
	copyOperations: objectOf<CopyOperation>(ENTITY_FIELDS.copyOperations),
};

/**
 * How an entity of a group is read, whose type the caller names. Optional fields that are of another kind than promised
 * read as absent; without the required ones there is no entity.
 */
export function entityReader<T>(collection: Collection): Reader<T> {
	return READERS[collection] as Reader<T>;
}

/** Reads a file of an entity; only its name is needed to know what it is. */
export const readFile = objectOf<EntityFile>({
	name: required(text),
	kind: optional(word),
	links: optional(objectOf<NonNullable<EntityFile['links']>>({ contentUrl: optional(text) })),
	properties: optional(objectOf<NonNullable<EntityFile['properties']>>({ size: optional(number) })),
});

/** An entity without the fields that are of another kind than promised; null when it does not say what it is. */
export function salvaged(entry: unknown): Record<string, unknown> | null {
	if (!isObject(entry)) return null;
	const self = entityUrl(entry.self, () => {});
	const collection = self === undefined ? undefined : parseEntityUrl(self)?.collection;
	if (collection === undefined) return null;
	const sound = soundFields(entry, ENTITY_FIELDS[collection], () => {});
	return { displayName: '', ...sound };
}
