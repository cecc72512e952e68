/**
 * One page of a list, with a link to the next that carries skip, top, api-version and all else the caller asked for.
 * @template T
 */
function pageOf<T>(
	ctx: import('../types.mts').ViewContext,
	path: string,
	query: Record<string, any>,
	entities: T[],
) {
	const { options, quirks } = ctx.service;
	const start = query.skip ?? 0;
	const size = Math.min(query.top ?? options.pageSize, options.pageSize);
	const end = start + size;
	const values = entities.slice(start, end);
	if (end < entities.length) {
		const next = new URLSearchParams({ ...stringValues({ ...query, skip: end, top: size }) });
		return { values, '@nextLink': nextLink(ctx, path, String(next)) };
	}
	return quirks.nextLinkAtEnd === 'null' ? { values, '@nextLink': null } : { values };
}

/**
 * A link in the form the quirk wants. Followed as they are, the odd ones lead nowhere, or to another list.
 */
function nextLink(ctx: import('../types.mts').ViewContext, path: string, query: string) {
	const whole = `/speechtotext${path}`;
	switch (ctx.service.quirks.nextLinkForm) {
		case 'absolute':
			return `${ctx.origin}${whole}?${query}`;
		case 'relative':
			return `${whole}?${query}`;
		case 'upperCase':
			return `${ctx.origin}${whole.toUpperCase()}?${query}`;
		case 'trailingSlash':
			return `${ctx.origin}${whole}/?${query}`;
		case 'otherCollection':
			return `${ctx.origin}/speechtotext${path === '/models' ? '/models/base' : '/models'}?${query}`;
	}
}

/** @param {Record<string, any>} query */
function stringValues(query: Record<string, any>) {
	return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

export { pageOf };
