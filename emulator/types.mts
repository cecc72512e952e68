export type Collection =
	| 'models'
	| 'baseModels'
	| 'datasets'
	| 'endpoints'
	| 'projects'
	| 'evaluations'
	| 'webhooks'
	| 'operations';

export type Link = { collection: Collection; id: string };

export type JobError = { code: string; message: string };

export type JobEnd = { status: string; error?: JobError; properties?: Record<string, any> };

export type Job = { queuedAt: number; startsAt: number; endsAt: number; end: JobEnd };

export interface EntityRecord {
	id: string;
	createdAt: number;
	changedAt: number;
	fields: Record<string, any>;
	refs: Record<string, Link | Link[]>;
	properties: Record<string, any>;
	inner: Record<string, any>;
	job: Job | null;
	status?: string;
}

export interface ViewContext {
	service: import('./service.mts').Service;
	origin: string;
	version: string;
	now: number;
}

export interface Resource {
	collection: Collection;
	path: string;
	view: (record: EntityRecord, ctx: ViewContext) => Record<string, any>;
	tellsRetryAfter: boolean;
	createSchema?: object;
	updateSchema?: object;
	create?: (ctx: ViewContext, body: any) => EntityRecord | Promise<EntityRecord>;
	update?: (ctx: ViewContext, record: EntityRecord, body: any) => void;
	beforeRemove?: (ctx: ViewContext, record: EntityRecord) => void;
	afterRemove?: (ctx: ViewContext, record: EntityRecord) => void;
	removeAbsent?: 204 | 404 | undefined;
}

export {};
