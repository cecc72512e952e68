import type { DatasetKind } from '../../../contract/types.d.ts';
import { readOverrides } from '../../api/readOverrides.mts';
import { isObject, type JsonObject } from '../../domain/json.mts';
import type { Collection, Records, WorkRecord } from '../../domain/records.mts';
import type { Service } from '../../domain/service.mts';
import { newRecord } from '../../domain/store/newRecord.mts';
import { giveJob } from './giveJob.mts';
import { isId, REFERENCES, References } from './links.mts';

const READ_ONLY = [
	'id',
	'self',
	'links',
	'status',
	'createdDateTime',
	'lastActionDateTime',
	'properties',
];

/** An entity that is put, in the shape of the API, in parts. */
interface Given {
	/** Id, where one is given, and dates. */
	known: { id?: string; changedAt: number };
	createdAt: number;
	fields: JsonObject;
	refs: References;
	properties: JsonObject;
	status: string | undefined;
}

type Makers = { [C in Collection]: (given: Given) => Records[C] };

const MAKERS: Makers = {
	baseModels: (given) => newRecord(given.createdAt, modelFacts('A baseModel', given)),
	models: (given) =>
		newRecord(given.createdAt, {
			...modelFacts('A model', given),
			refs: { ...given.refs.baseModel, ...given.refs.datasets, ...given.refs.project },
		}),
	datasets: (given) => {
		const kind: DatasetKind = 'Language';
		const facts = contentFacts('A dataset', given);
		const fields = { ...facts.fields, kind, ...given.fields };
		return newRecord(given.createdAt, { ...facts, fields, refs: given.refs.project });
	},
	endpoints: (given) => {
		const model = given.refs.model('model');
		const refs = { ...(model && { model }), ...given.refs.project };
		return newRecord(given.createdAt, { ...contentFacts('A endpoint', given), refs });
	},
	evaluations: (given) => {
		const model1 = given.refs.model('model1');
		const model2 = given.refs.model('model2');
		const { dataset, project } = given.refs;
		const refs = { ...(model1 && { model1 }), ...(model2 && { model2 }), ...dataset, ...project };
		return newRecord(given.createdAt, { ...contentFacts('A evaluation', given), refs });
	},
	operations: (given) => newRecord(given.createdAt, contentFacts('A operation', given)),
	projects: ({ createdAt, known, fields }) =>
		newRecord(createdAt, {
			...known,
			fields: { displayName: 'A project', locale: 'en-US', ...fields },
		}),
	webhooks: ({ createdAt, known, fields, properties, status = 'Succeeded' }) => {
		const { secret, ...others } = properties;
		return newRecord(createdAt, {
			...known,
			fields: { displayName: 'A webhook', webUrl: 'http://127.0.0.1:9/', events: {}, ...fields },
			properties: others,
			...(typeof secret === 'string' ? { secret } : {}),
			status,
		});
	},
};

function contentFacts(displayName: string, { known, fields, properties }: Given) {
	return {
		...known,
		fields: { displayName, locale: 'en-US', ...fields },
		properties,
		job: null,
	};
}

function modelFacts(displayName: string, given: Given) {
	return { ...contentFacts(displayName, given), overrides: readOverrides(given.properties) };
}

/**
 * Puts an entity into the store past all rules, with everything it lacks filled in. That something changed is for the
 * caller to say, once for all it puts.
 * @param entity in the shape of the API; references may be bare ids
 */
export function placeEntity<C extends Collection>(
	service: Service,
	collection: C,
	entity: JsonObject,
): Records[C] {
	const given = readEntity(service, entity);
	const record = MAKERS[collection](given);
	if (!isId(record.id)) throw new Error(`Not a UUID: ${record.id}`);
	if (isWork(record)) giveJob(service, collection, record, given);
	return service.store.add(collection, record);
}

function readEntity(service: Service, entity: JsonObject): Given {
	const { id, status, properties } = entity;
	const createdAt = dateOf(entity.createdDateTime) ?? service.clock.now();
	const changedAt = dateOf(entity.lastActionDateTime) ?? createdAt;
	return {
		known: { ...(typeof id === 'string' ? { id: id.toLowerCase() } : {}), changedAt },
		createdAt,
		fields: without(entity, [...READ_ONLY, ...REFERENCES]),
		refs: new References(service, entity),
		properties: isObject(properties) ? structuredClone(properties) : {},
		status: typeof status === 'string' ? status : undefined,
	};
}

/** Whether something is done for a record, now or ever. */
export function isWork(record: object): record is WorkRecord {
	return 'job' in record;
}

function without(entity: JsonObject, names: string[]): JsonObject {
	return Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)));
}

function dateOf(value: unknown) {
	if (value === undefined) return undefined;
	const instant = new Date(
		typeof value === 'string' || value instanceof Date ? value : NaN,
	).getTime();
	if (Number.isNaN(instant)) throw new Error(`Not a date-time: ${JSON.stringify(value)}`);
	return instant;
}
