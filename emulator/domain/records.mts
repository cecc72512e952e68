import type { BaseModelFeatures, DatasetKind, WebHookEvents } from '../../contract/types.d.ts';
import type { TakenContent } from './content/takeContent.mts';
import type { JsonObject } from './json.mts';

/** The facts of every kind of entity. What the API makes of them is for the API to say. */
export interface Records {
	baseModels: BaseModelRecord;
	projects: ProjectRecord;
	datasets: DatasetRecord;
	models: ModelRecord;
	endpoints: EndpointRecord;
	evaluations: EvaluationRecord;
	webhooks: WebhookRecord;
	operations: OperationRecord;
}

export type Collection = keyof Records;

export type EntityRecord = Records[Collection];

/** Points to an entity of one of some collections. */
export interface Link<C extends Collection = Collection> {
	collection: C;
	id: string;
}

export type ModelLink = Link<'models' | 'baseModels'>;

/** Why a job failed. */
export interface JobError {
	code: string;
	message: string;
}

/** What is fixed for a model by hand or by a script, over what the rules say. Null says that there is none. */
export interface Overrides {
	deprecation?: Deprecation | null;
	features?: FeatureOverrides | null;
}

/** The last moments of training from a base model and of recognition with a model; without one it has none. */
export interface Deprecation {
	adaptation?: number;
	recognition?: number;
}

export type Features = BaseModelFeatures & JsonObject;

/** Features by name; null takes one out. */
export type FeatureOverrides = {
	[Name in keyof BaseModelFeatures]?: BaseModelFeatures[Name] | null;
} & JsonObject;

/** How a job ends, or would. A status nobody knows can be scripted too. */
export interface JobEnd {
	status: string;
	error?: JobError;
	properties?: JsonObject;
	overrides?: Overrides;
}

export interface Job {
	queuedAt: number;
	startsAt: number;
	endsAt: number;
	end: JobEnd;
}

/** What every record has; moments are milliseconds since 1970. */
export interface Entity {
	id: string;
	createdAt: number;
	changedAt: number;
}

/** A record something is done for. */
export interface WorkRecord extends Entity {
	fields: { displayName: string };
	job: Job | null;
	/** How many of its moments web hooks were told of. */
	announced?: number;
}

export interface Texts {
	displayName: string;
	description?: string;
	customProperties?: Record<string, string>;
}

export interface ContentFields extends Texts {
	locale: string;
}

/**
 * What datasets, models, endpoints and tests have in common.
 * `properties` is what a request chose or a hand set, to be shown over what is computed; null takes one out.
 */
export interface ContentRecord extends WorkRecord {
	fields: ContentFields;
	refs: { project?: Link<'projects'> };
	properties: JsonObject;
}

export interface BaseModelRecord extends WorkRecord {
	fields: ContentFields;
	properties: JsonObject;
	overrides: Overrides;
}

export interface ModelRecord extends ContentRecord {
	refs: {
		project?: Link<'projects'>;
		baseModel?: Link<'baseModels'>;
		datasets?: Link<'datasets'>[];
	};
	overrides: Overrides;
}

/** Size in bytes of each block by its id. */
export type Blocks = Record<string, number>;

export interface DatasetRecord extends ContentRecord {
	fields: ContentFields & { kind: DatasetKind; contentUrl?: string };
	/** For a dataset that is uploaded in blocks. */
	blocks?: { committed: Blocks; uncommitted: Blocks };
	/** What was found in the content, once somebody read it. */
	content?: TakenContent;
}

export interface EndpointRecord extends ContentRecord {
	refs: { project?: Link<'projects'>; model?: ModelLink };
	/** The model from before a change. */
	previousModel?: ModelLink;
	/** When the model of a change that is over begins to serve. */
	servesFrom?: number;
	/** How the endpoint is shown, for a while, after a change. */
	shown?: { record: EndpointRecord; until: number };
}

export interface EvaluationRecord extends ContentRecord {
	refs: {
		project?: Link<'projects'>;
		model1?: ModelLink;
		model2?: ModelLink;
		dataset?: Link<'datasets'>;
	};
	/** False when there are no transcripts to measure against. */
	measured?: boolean;
}

export interface ProjectRecord extends Entity {
	fields: ContentFields & { foundryProjectName?: string };
}

export interface WebhookRecord extends Entity {
	fields: Texts & { webUrl: string; events: WebHookEvents };
	properties: JsonObject;
	/** What callbacks are signed with. */
	secret?: string;
	/** Of the request that made it; it decides on links in callbacks. */
	apiVersion?: string;
	/** Whether the receiver proved itself. */
	status: string;
}

/** The permission to copy a model of another resource into this one. */
export interface CopyAuthorization {
	id: string;
	sourceResourceId: string;
	expiresAt: number;
	isUsed: boolean;
}

/** The copying of a model. */
export interface OperationRecord extends WorkRecord {
	/** Where the copy is, at the target. */
	copyUrl?: string;
}
