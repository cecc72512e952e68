export type ViewContext = import('../types.mts').ViewContext;

/** Path of each collection after `/speechtotext`. */
const PATHS = {
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
function apiUrl(ctx: ViewContext, path: string) {
	return `${ctx.origin}/speechtotext${path}?api-version=${ctx.version}`;
}

/**
 * The `self` of an entity.
 */
function selfUrl(ctx: ViewContext, { collection, id }: import('../types.mts').Link) {
	return apiUrl(ctx, `${PATHS[collection]}/${id}`);
}

/**
 * A reference as bodies carry it.
 */
function reference(ctx: ViewContext, link: import('../types.mts').Link | undefined) {
	return link && { self: selfUrl(ctx, link) };
}

export { PATHS, apiUrl, selfUrl, reference };
