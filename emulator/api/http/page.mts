import type { RequestContext } from '../requestContext.mts';
import type { ListQuery } from './requestParts.mts';

export interface Page<T> {
	values: T[];
	'@nextLink'?: string | null;
}

/**
 * One page of a list, with a link to the next that carries skip, top, api-version and all else the caller asked for.
 */
export function pageOf<T>(
	ctx: RequestContext,
	path: string,
	query: ListQuery,
	entities: readonly T[],
): Page<T> {
	const { pageSize } = ctx.host.options;
	const start = query.skip ?? 0;
	const size = Math.min(query.top ?? pageSize, pageSize);
	const end = start + size;
	const values = entities.slice(start, end);
	if (end < entities.length) {
		const next = new URLSearchParams(asTexts({ ...query, skip: end, top: size }));
		return { values, '@nextLink': nextLink(ctx, path, String(next)) };
	}
	return ctx.service.quirks.nextLinkAtEnd === 'null' ? { values, '@nextLink': null } : { values };
}

/**
 * A link in the form the quirk wants. Followed as they are, the odd ones lead nowhere, or to another list.
 */
function nextLink({ origin, service }: RequestContext, path: string, query: string) {
	const whole = `/speechtotext${path}`;
	switch (service.quirks.nextLinkForm) {
		case 'absolute':
			return `${origin}${whole}?${query}`;
		case 'relative':
			return `${whole}?${query}`;
		case 'upperCase':
			return `${origin}${whole.toUpperCase()}?${query}`;
		case 'trailingSlash':
			return `${origin}${whole}/?${query}`;
		case 'otherCollection':
			return `${origin}/speechtotext${path === '/models' ? '/models/base' : '/models'}?${query}`;
	}
}

function asTexts(query: ListQuery) {
	return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}
