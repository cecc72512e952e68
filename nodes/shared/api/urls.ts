import { COLLECTION_LABELS, COLLECTION_PATHS, isUuid, type Collection } from '../speech/references';
import { InputError } from '../speech/inputError';
import { cleanText, withArticle } from '../speech/text';
import type { Connection } from './connection';
import { ServiceError } from './serviceError';

export type Query = Record<string, string | number | undefined>;

/** Path of one entity. The id is checked, so nothing a person types can change the path. */
export function entityPath(collection: Collection, id: string): string {
	if (!isUuid(id)) {
		throw new InputError(
			`'${cleanText(id, 60)}' is not the ID of ${withArticle(COLLECTION_LABELS[collection])}.`,
			'An ID looks like 1b2c3d4e-0000-4000-8000-123456789abc.',
		);
	}
	return `${COLLECTION_PATHS[collection]}/${id.toLowerCase()}`;
}

/** Full URL of a path below `/speechtotext`, with the credential's API version. */
export function serviceUrl(
	{ origin, apiVersion }: Connection,
	path: string,
	query: Query = {},
): string {
	const pairs = Object.entries<Query[string]>({ ...query, 'api-version': apiVersion })
		.filter(([, value]) => value !== undefined && value !== '')
		// Spaces as %20: a plus sign is not read as a space everywhere.
		.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
	return `${origin}/speechtotext${path}?${pairs.join('&')}`;
}

/** How one entity names another: an object with its absolute URL on the credential's own host. */
export function referenceTo(connection: Connection, collection: Collection, id: string) {
	return { self: serviceUrl(connection, entityPath(collection, id)) };
}

/**
 * A link the service sent, made safe to follow: on the credential's own host, with its API version.
 *
 * @throws ServiceError for any other host, so that the key is never sent there.
 */
export function ownLink(connection: Connection, link: string): string {
	const url = URL.canParse(link) ? new URL(link) : null;
	const isOwn = url?.origin === connection.origin && !url.username && !url.password;
	if (!isOwn || !url.pathname.startsWith('/speechtotext/')) {
		const place =
			url && isOwn ? 'outside of this API' : `to another host${url ? ` (${url.host})` : ''}`;
		throw new ServiceError({
			kind: 'foreignLink',
			message: `The service sent a link ${place}, which was not followed.`,
			advice:
				"Set 'Endpoint' in the credential to the host that the service itself uses. Nothing was sent to the link.",
		});
	}
	url.searchParams.set('api-version', connection.apiVersion);
	// Setting a parameter writes every space as a plus sign.
	url.search = url.search.replace(/\+/g, '%20');
	return url.toString();
}

/**
 * The next page of a list. Only the query of the service's link is used, on the credential's own host and the same
 * list: the link may be relative, name another host behind a custom domain, or write the path in its own way, and the
 * key must go nowhere else.
 *
 * @param current URL of the page that brought the link.
 * @throws ServiceError when the link has no query, so that it cannot lead on.
 */
export function nextPageUrl(connection: Connection, current: string, link: unknown): string {
	const page = new URL(current);
	const written = typeof link === 'string' ? /\?([^#]+)/.exec(link)?.[1] : undefined;
	if (written === undefined) {
		throw new ServiceError({
			kind: 'foreignLink',
			message: 'The service sent a link to the next page of a list that is not valid.',
			advice:
				"Try again later, and check 'Endpoint' in the credential. Nothing was sent to the link.",
		});
	}
	const next = new URLSearchParams(written);
	const filter = page.searchParams.get('filter');
	// A link that forgets the filter would go on in another list.
	if (filter !== null && !next.has('filter')) next.set('filter', filter);
	return ownLink(connection, `${page.origin}${page.pathname}?${next.toString()}`);
}
