import type { EntityReference } from '../../../contract/types.d.ts';
import type { Collection, Link } from '../../domain/records.mts';
import type { ViewContext } from '../context.mts';

/** Path of each collection after `/speechtotext`. */
export const PATHS: Record<Collection, string> = {
	models: '/models',
	baseModels: '/models/base',
	datasets: '/datasets',
	endpoints: '/endpoints',
	projects: '/projects',
	evaluations: '/evaluations',
	webhooks: '/webhooks',
	operations: '/operations/models/copy',
};

/**
 * An absolute URL of the API as the caller sees it, with its api-version.
 */
export function apiUrl(ctx: ViewContext, path: string) {
	return `${ctx.origin}/speechtotext${path}?api-version=${ctx.version}`;
}

/**
 * The `self` of an entity.
 */
export function selfUrl(ctx: ViewContext, { collection, id }: Link) {
	return apiUrl(ctx, `${PATHS[collection]}/${id}`);
}

/**
 * A reference as bodies carry it.
 */
export function reference(ctx: ViewContext, link: Link): EntityReference;
export function reference(ctx: ViewContext, link: Link | undefined): EntityReference | undefined;
export function reference(ctx: ViewContext, link: Link | undefined) {
	return link && { self: selfUrl(ctx, link) };
}
