import type { FastifyRequest } from 'fastify';
import { isObject } from '../../domain/json.mts';

export interface PlainQuery {
	'api-version': string;
}

export interface ListQuery extends PlainQuery {
	skip?: number;
	top?: number;
	filter?: string;
}

export interface SasQuery extends PlainQuery {
	sasLifetimeMinutes?: number;
}

/**
 * The api-version a request names, checked or not.
 */
export function apiVersionOf({ query }: { query: unknown }): string | undefined {
	const version = isObject(query) ? query['api-version'] : undefined;
	return typeof version === 'string' ? version : undefined;
}

/** The path of a request after a prefix. */
export function pathOf({ url }: Pick<FastifyRequest, 'url'>) {
	return new URL(url, 'http://localhost').pathname.replace(/^\/speechtotext(?=\/)/, '');
}
