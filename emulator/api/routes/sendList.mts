import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Collection, Records } from '../../domain/records.mts';
import { listedRecords } from '../../domain/rules/lateListing.mts';
import { applyFilter } from '../filter/filter.mts';
import { filterable } from '../filter/properties.mts';
import { pageOf } from '../http/page.mts';
import { pathOf, type ListQuery } from '../http/requestParts.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import type { RequestContext } from '../requestContext.mts';
import type { Resource } from '../resources/resource.mts';

/**
 * Answers with one page of a list, filtered as asked. Filters look at the facts, and only what is on the page is made
 * into what the API shows, so that reading all pages is as much work as there are entities.
 * @param records in the order of the list
 */
export function sendList<C extends Collection>(
	ctx: RequestContext,
	request: FastifyRequest<{ Querystring: ListQuery }>,
	reply: FastifyReply,
	{ collection, view, tellsRetryAfter }: Resource<C>,
	records: readonly Records[C][],
) {
	const { query } = request;
	const wanted = applyFilter(
		listedRecords(ctx, records),
		query.filter,
		filterable[collection],
		ctx.now,
	);
	const page = pageOf(ctx, pathOf(request), query, wanted);
	const values = page.values.map((record) => view(record, ctx));
	if (tellsRetryAfter) tellRetryAfter(ctx.host, reply, values.map(statusIn));
	return { ...page, values };
}

/** The status an answer tells, if any. */
export function statusIn(entity: object): string | undefined {
	return 'status' in entity ? String(entity.status) : undefined;
}
