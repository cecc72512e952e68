'use strict';

/**
 * One page of a list, with a link to the next that carries api-version and all else the caller asked for.
 * @param {import('../types.js').ViewContext} ctx
 * @param {string} path
 * @param {Record<string, any>} query
 * @param {Record<string, any>[]} entities
 */
function pageOf(ctx, path, query, entities) {
	const { options, quirks } = ctx.service;
	const start = query.skip ?? 0;
	const end = start + Math.min(query.top ?? options.pageSize, options.pageSize);
	const values = entities.slice(start, end);
	if (end < entities.length) {
		const next = new URLSearchParams({ ...stringValues(query), skip: String(end) });
		if (query.top !== undefined) next.set('top', String(query.top));
		return { values, '@nextLink': `${ctx.origin}/speechtotext${path}?${next}` };
	}
	return quirks.nextLinkAtEnd === 'null' ? { values, '@nextLink': null } : { values };
}

/** @param {Record<string, any>} query */
function stringValues(query) {
	return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

module.exports = { pageOf };
