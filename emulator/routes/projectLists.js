'use strict';

const { contextOf } = require('../http/context.js');
const { idParams } = require('../schemas/query.js');
const { resources } = require('../resources/resources.js');
const { entityIn } = require('./entityIn.js');
const { sendList } = require('./sendList.js');
const { applyFilter } = require('../filter/filter.js');
const { filterable } = require('../filter/properties.js');

/**
 * What belongs to a project, collection by collection. Transcriptions are always none: the emulator has no such thing.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} query
 */
function addProjectLists(app, service, query) {
	const schema = { params: idParams, querystring: query.list };
	for (const name of /** @type {const} */ (['datasets', 'models', 'endpoints', 'evaluations'])) {
		app.get(`/projects/:id/${name}`, { schema }, async (request, reply) => {
			const ctx = contextOf(service, request);
			const project = entityIn(ctx, 'projects', request);
			const records = service.store.all(name).filter(({ refs }) => {
				const link = /** @type {import('../types.js').Link | undefined} */ (refs.project);
				return link?.id === project.id;
			});
			return sendList(ctx, request, reply, resources[name], records);
		});
	}
	app.get('/projects/:id/transcriptions', { schema }, async (request) => {
		entityIn(contextOf(service, request), 'projects', request);
		const { filter } = /** @type {{ filter?: string }} */ (request.query);
		return { values: applyFilter([], filter, filterable.transcriptions) };
	});
}

module.exports = { addProjectLists };
