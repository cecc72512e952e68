'use strict';

/** @typedef {import('../types.js').ViewContext} ViewContext */

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
 * @param {ViewContext} ctx
 * @param {string} path
 */
function apiUrl(ctx, path) {
	return `${ctx.origin}/speechtotext${path}?api-version=${ctx.version}`;
}

/**
 * The `self` of an entity.
 * @param {ViewContext} ctx
 * @param {import('../types.js').Link} link
 */
function selfUrl(ctx, { collection, id }) {
	return apiUrl(ctx, `${PATHS[collection]}/${id}`);
}

/**
 * A reference as bodies carry it.
 * @param {ViewContext} ctx
 * @param {import('../types.js').Link | undefined} link
 */
function reference(ctx, link) {
	return link && { self: selfUrl(ctx, link) };
}

module.exports = { PATHS, apiUrl, selfUrl, reference };
