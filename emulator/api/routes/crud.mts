import { absent } from '../../domain/refusal.mts';
import type { Collection } from '../../domain/records.mts';
import { readJson } from '../http/bodies.mts';
import { inScope } from '../http/inScope.mts';
import type { ListQuery } from '../http/requestParts.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import type { Change, Creation, Resource } from '../resources/resource.mts';
import { idParams } from '../schemas/query.mts';
import type { Api } from './api.mts';
import { leaveOutNulls } from './leaveOutNulls.mts';
import { sendList, statusIn } from './sendList.mts';

interface OneEntity {
	Params: { id: string };
}

/**
 * The routes every collection has, as far as its resource offers them.
 */
export function addCrud<C extends Collection>(api: Api, resource: Resource<C>) {
	const { app, host, query } = api;
	const { collection, path, view, create, update } = resource;

	app.get<{ Querystring: ListQuery }>(
		path,
		{ schema: { querystring: query.list } },
		(request, reply) => {
			const ctx = contextOf(host, request);
			return sendList(ctx, request, reply, resource, host.service.store.oldestFirst(collection));
		},
	);

	app.get<OneEntity>(
		`${path}/:id`,
		{ schema: { params: idParams, querystring: query.plain } },
		(request, reply) => {
			const ctx = contextOf(host, request);
			const entity = view(entityIn(ctx, collection, request), ctx);
			if (resource.tellsRetryAfter) tellRetryAfter(host, reply, [statusIn(entity)]);
			return entity;
		},
	);

	if (create) addCreate(api, resource, create);
	if (update) {
		inScope(app, (scope) => {
			addUpdate({ ...api, app: scope }, resource, update);
		});
		addDelete(api, resource);
	}
}

function addCreate<C extends Collection>(
	{ app, host, query }: Api,
	{ collection, path, view }: Resource<C>,
	create: Creation<C>,
) {
	const schema = { querystring: query.plain, body: create.schema };
	const preValidation = leaveOutNulls(create.schema);
	app.post(path, { schema, preValidation }, async (request, reply) => {
		const ctx = contextOf(host, request);
		const record = await create.make(ctx, request.body);
		host.service.store.add(collection, record);
		host.changed();
		const entity = view(record, ctx);
		if (host.service.quirks.locationOnCreate) reply.header('location', entity.self);
		return reply.code(201).send(entity);
	});
}

function addUpdate<C extends Collection>(
	{ app, host, query }: Api,
	{ collection, path, view, tellsRetryAfter }: Resource<C>,
	update: Change<C>,
) {
	// Inside its own scope, because no other method takes this content type.
	readJson(app, 'application/merge-patch+json');
	const schema = { params: idParams, querystring: query.plain, body: update.schema };
	app.patch<OneEntity>(`${path}/:id`, { schema }, (request, reply) => {
		const ctx = contextOf(host, request);
		const record = entityIn(ctx, collection, request);
		const before = view(record, ctx);
		update.apply(ctx, record, request.body);
		host.changed();
		const after = view(record, ctx);
		if (tellsRetryAfter) tellRetryAfter(host, reply, [statusIn(after)]);
		return update.answersOld?.(host.service.quirks) ? before : after;
	});
}

function addDelete<C extends Collection>(
	{ app, host, query }: Api,
	{ collection, path, ...resource }: Resource<C>,
) {
	const { store, quirks } = host.service;
	const schema = { params: idParams, querystring: query.plain };
	app.delete<OneEntity>(`${path}/:id`, { schema }, (request, reply) => {
		const ctx = contextOf(host, request);
		const { id } = request.params;
		const record = store.get(collection, id);
		if (!record) {
			if ((resource.removeAbsent ?? quirks.deleteAbsent) === 404) throw absent();
			return reply.code(204).send();
		}
		resource.beforeRemove?.(ctx, record);
		store.remove(collection, id);
		resource.afterRemove?.(ctx, record);
		host.hooks.removed(collection, record);
		host.changed();
		return reply.code(204).send();
	});
}
