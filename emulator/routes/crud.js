'use strict';

const { notFound } = require('../http/apiError.js');
const { readJson } = require('../http/bodies.js');
const { contextOf } = require('../http/context.js');
const { tellRetryAfter } = require('../http/retryAfter.js');
const { refuseUnfinished } = require('../rules/unfinished.js');
const { idParams } = require('../schemas/query.js');
const { entityIn } = require('./entityIn.js');
const { leaveOutNulls } = require('./leaveOutNulls.js');
const { sendList } = require('./sendList.js');

/**
 * @typedef {import('../types.js').Resource} Resource
 * @typedef {import('../service.js').Service} Service
 * @typedef {import('fastify').FastifyInstance} FastifyInstance
 */

/**
 * The routes every collection has, as far as its resource has a schema for them.
 * @param {FastifyInstance} app
 * @param {Service} service
 * @param {Resource} resource
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} query
 */
function addCrud(app, service, resource, query) {
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
	const preValidation = leaveOutNulls(/** @type {any} */ (resource.createSchema));
	app.post(resource.path, { schema, preValidation }, async (request, reply) => {
		const ctx = contextOf(service, request);
		const record = await /** @type {any} */ (resource).create(ctx, request.body);
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
		/** @type {any} */ (resource).update(ctx, record, request.body);
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
		const { id } = /** @type {{ id: string }} */ (request.params);
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

module.exports = { addCrud };
