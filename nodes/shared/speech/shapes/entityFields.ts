import type {
	BaseModel,
	CopyOperation,
	CustomModel,
	Dataset,
	Endpoint,
	Entity,
	Evaluation,
	Project,
} from '../entities';
import { evaluationProperties } from './evaluationProperties';
import {
	flag,
	listOf,
	mapOf,
	number,
	objectOf,
	optional,
	required,
	text,
	word,
	type Fields,
} from './readers';
import {
	date,
	entityError,
	entityId,
	entityUrl,
	pastDate,
	reference,
	status,
} from './speechReaders';

type Model = CustomModel & BaseModel;

/**
 * How each entity is read. Required is what the contract requires and the address by which an entity names itself.
 * Source: OpenAPI document 2025-10-15.
 */
const ENTITY = {
	self: required(entityUrl),
	displayName: required(text),
	description: optional(text),
	locale: required(word),
	createdDateTime: optional(pastDate),
	lastActionDateTime: optional(pastDate),
	status: optional(status),
	customProperties: optional(mapOf(text)),
	project: optional(reference),
	links: optional(objectOf<NonNullable<Entity['links']>>({ webSocket: optional(text) })),
};

/** One table for both, because an older version of the service gave base models under the path of custom models, too. */
const MODEL = {
	...ENTITY,
	baseModel: optional(reference),
	datasets: optional(listOf(reference)),
	properties: optional(
		objectOf<NonNullable<Model['properties']>>({
			error: optional(entityError),
			customModelWeightPercent: optional(number),
			chargeForAdaptation: optional(flag),
			deprecationDates: optional(
				objectOf<DeprecationDates>({
					adaptationDateTime: optional(date),
					transcriptionDateTime: optional(date),
				}),
			),
			features: optional(
				objectOf<Features>({
					supportsAdaptationsWith: optional(listOf(word)),
					supportsEndpoints: optional(flag),
				}),
			),
		}),
	),
};

type DeprecationDates = NonNullable<NonNullable<Model['properties']>['deprecationDates']>;
type Features = NonNullable<NonNullable<Model['properties']>['features']>;

const DATASET = {
	...ENTITY,
	kind: required(word),
	properties: optional(
		objectOf<NonNullable<Dataset['properties']>>({
			error: optional(entityError),
			acceptedLineCount: optional(number),
			rejectedLineCount: optional(number),
			durationMilliseconds: optional(number),
			textNormalizationKind: optional(word),
		}),
	),
};

const ENDPOINT = {
	...ENTITY,
	model: optional(reference),
	properties: optional(
		objectOf<NonNullable<Endpoint['properties']>>({
			error: optional(entityError),
			loggingEnabled: optional(flag),
		}),
	),
};

const EVALUATION = {
	...ENTITY,
	model1: optional(reference),
	model2: optional(reference),
	dataset: optional(reference),
	properties: optional(evaluationProperties),
};

const PROJECT = {
	...ENTITY,
	properties: optional(
		objectOf<NonNullable<Project['properties']>>({ error: optional(entityError) }),
	),
};

const COPY_OPERATION = {
	id: required(entityId),
	self: optional(text),
	status: optional(status),
	createdDateTime: optional(pastDate),
	lastActionDateTime: optional(pastDate),
	error: optional(entityError),
	result: optional(objectOf<NonNullable<CopyOperation['result']>>({ link: optional(text) })),
};

/** By group: the fields its entities are read by. */
export const ENTITY_FIELDS = {
	models: MODEL,
	baseModels: MODEL,
	datasets: DATASET,
	endpoints: ENDPOINT,
	evaluations: EVALUATION,
	projects: PROJECT,
	copyOperations: COPY_OPERATION,
} satisfies {
	models: Fields<CustomModel>;
	baseModels: Fields<BaseModel>;
	datasets: Fields<Dataset>;
	endpoints: Fields<Endpoint>;
	evaluations: Fields<Evaluation>;
	projects: Fields<Project>;
	copyOperations: Fields<CopyOperation>;
};
