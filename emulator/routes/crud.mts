import { notFound } from '../http/apiError.mts';
import { readJson } from '../http/bodies.mts';
import { contextOf } from '../http/context.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { refuseUnfinished } from '../rules/unfinished.mts';
import { idParams } from '../schemas/query.mts';
import { entityIn } from './entityIn.mts';
import { leaveOutNulls } from './leaveOutNulls.mts';
import { sendList } from './sendList.mts';

export type Resource = import('../types.mts').Resource;

export type Service = import('../service.mts').Service;

export type FastifyInstance = import('fastify').FastifyInstance;

/**
 * The routes every collection has, as far as its resource has a schema for them.
 */
function addCrud(
	app: FastifyInstance,
	service: Service,
	resource: Resource,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	const { collection, path, view } = resource;

	app.get(path, { schema: { querystring: query.list } }, async (request, reply) => {
		const ctx = contextOf(service, request);
		return sendList(ctx, request, reply, resource, service.store.all(collection));
	});

	app.get(
		`${path}/:id`,
		{ schema: { params: idParams, querystring: query.plain } },
		async (request, reply) => {
			const ctx = contextOf(service, request);
			const entity = view(entityIn(ctx, collection, request), ctx);
			if (resource.tellsRetryAfter) tellRetryAfter(service, reply, [entity]);
			return entity;
		},
	);

	if (resource.createSchema) addCreate(app, service, resource, query);
	if (resource.updateSchema) {
		app.register(async (scope) => addUpdate(scope, service, resource, query));
		addDelete(app, service, resource, query);
	}
}

/** @type {typeof addCrud} */
function addCreate(app, service, resource, query) {
	const schema = { querystring: query.plain, body: resource.createSchema };
	const preValidation = leaveOutNulls(resource.createSchema as any);
	app.post(resource.path, { schema, preValidation }, async (request, reply) => {
		const ctx = contextOf(service, request);
		const record = await (resource as any).create(ctx, request.body);
		service.store.add(resource.collection, record);
		service.changed();
		const entity = resource.view(record, ctx);
		if (service.quirks.locationOnCreate) reply.header('location', entity.self);
		return reply.code(201).send(entity);
	});
}

/** @type {typeof addCrud} */
function addUpdate(scope, service, resource, query) {
	// Inside its own scope, because no other method takes this content type.
	readJson(scope, 'application/merge-patch+json');
	const schema = { params: idParams, querystring: query.plain, body: resource.updateSchema };
	scope.patch(`${resource.path}/:id`, { schema }, async (request, reply) => {
		const ctx = contextOf(service, request);
		const record = entityIn(ctx, resource.collection, request);
		const before = resource.view(record, ctx);
		(resource as any).update(ctx, record, request.body);
		service.changed();
		const after = resource.view(record, ctx);
		if (resource.tellsRetryAfter) tellRetryAfter(service, reply, [after]);
		const old = resource.collection === 'endpoints' && service.quirks.endpointPatchAnswer === 'old';
		return old ? before : after;
	});
}

/** @type {typeof addCrud} */
function addDelete(app, service, resource, query) {
	const { collection } = resource;
	const schema = { params: idParams, querystring: query.plain };
	app.delete(`${resource.path}/:id`, { schema }, async (request, reply) => {
		const ctx = contextOf(service, request);
		const { id } = request.params as { id: string };
		const record = service.store.get(collection, id);
		if (!record) {
			if ((resource.removeAbsent ?? service.quirks.deleteAbsent) === 404) throw notFound();
			return reply.code(204).send();
		}
		refuseUnfinished(ctx, collection, record);
		resource.beforeRemove?.(ctx, record);
		service.store.remove(collection, id);
		resource.afterRemove?.(ctx, record);
		service.hooks.removed(collection, record);
		service.changed();
		return reply.code(204).send();
	});
}

export { addCrud };
