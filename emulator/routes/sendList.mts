import { applyFilter } from '../filter/filter.mts';
import { filterable } from '../filter/properties.mts';
import { pageOf } from '../http/page.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { shownRecord } from '../rules/lateChange.mts';
import { progress } from '../views/entityParts.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type ViewContext = import('../types.mts').ViewContext;

/**
 * Answers with one page of a collection, oldest first and filtered as asked. Only what is on the page is shown whole,
 * so that reading all pages is as much work as there are entities.
 */
function sendList(
	ctx: ViewContext,
	request: import('fastify').FastifyRequest,
	reply: import('fastify').FastifyReply,
	resource: import('../types.mts').Resource,
	records: EntityRecord[],
) {
	const query = request.query as Record<string, any>;
	const cards = [...records]
		.sort((one, other) => one.createdAt - other.createdAt)
		.map((record) => cardOf(record, ctx));
	const wanted = applyFilter(cards, query.filter, filterable[resource.collection]);
	const page = pageOf(ctx, pathOf(request), query, wanted);
	const values = page.values.map(({ record }) => resource.view(record, ctx));
	if (resource.tellsRetryAfter) tellRetryAfter(ctx.service, reply, values);
	return { ...page, values };
}

/**
 * What a filter can ask of an entity.
 */
function cardOf(record: EntityRecord, ctx: ViewContext) {
	const shown = shownRecord(record, ctx);
	return { ...shown.fields, ...progress(shown, ctx), record };
}

/**
 * The path of a request after `/speechtotext`.
 */
function pathOf(request: import('fastify').FastifyRequest) {
	return new URL(request.url, 'http://localhost').pathname.replace(/^\/speechtotext/, '');
}

export { sendList, pathOf };
