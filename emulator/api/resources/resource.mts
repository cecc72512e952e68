import type { Quirks } from '../../domain/quirks.mts';
import type { Collection, Records } from '../../domain/records.mts';
import type { ViewContext } from '../context.mts';
import type { RequestContext } from '../requestContext.mts';
import type { ObjectSchema } from '../schemas/sharedFields.mts';
import type { Views } from '../views/views.mts';

/** What one group of the API offers; what it leaves out cannot be done. */
export interface Resource<C extends Collection> {
	collection: C;
	path: string;
	view: (record: Records[C], ctx: ViewContext) => Views[C];
	/** Whether answers about work under way say when to look again. */
	tellsRetryAfter: boolean;
	create?: Creation<C>;
	update?: Change<C>;
	/** Refuses what cannot be removed now. */
	beforeRemove?: (ctx: RequestContext, record: Records[C]) => void;
	afterRemove?: (ctx: RequestContext, record: Records[C]) => void;
	/** The answer to the removal of what is not there, where it is known. */
	removeAbsent?: 204;
}

export interface Creation<C extends Collection> {
	schema: ObjectSchema;
	/** The schema has checked the body, so each resource may name the type it wants. */
	make(ctx: RequestContext, body: unknown): Records[C] | Promise<Records[C]>;
}

export interface Change<C extends Collection> {
	schema: ObjectSchema;
	/** The schema has checked the body, so each resource may name the type it wants. */
	apply(ctx: RequestContext, record: Records[C], body: unknown): void;
	/** Whether the answer shows the entity as it was before. */
	answersOld?: (quirks: Quirks) => boolean;
}

/** A body of the contract as a PATCH takes it: null takes a custom property out (JSON merge patch). */
export type Patch<Update> = Omit<Update, 'customProperties'> & {
	customProperties?: Record<string, string | null>;
};

/** The fields of a body that are kept as they are. */
export const CONTENT_FIELDS = ['displayName', 'description', 'locale', 'customProperties'] as const;
