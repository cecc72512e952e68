'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { contextOf } = require('../http/context.js');
const { idParams } = require('../schemas/query.js');
const { statusOf } = require('../time/job.js');
const { contentUrl } = require('../views/sas.js');
const { PATHS, reference } = require('../views/urls.js');
const { MANIFEST_FILE } = require('./content.js');
const { entityIn } = require('./entityIn.js');

/**
 * Manifests of custom and base models.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} query
 */
function addManifests(app, service, query) {
	const schema = { params: idParams, querystring: query.manifest };
	for (const collection of /** @type {const} */ (['models', 'baseModels'])) {
		app.get(`${PATHS[collection]}/:id/manifest`, { schema }, async (request) => {
			const ctx = contextOf(service, request);
			const record = entityIn(ctx, collection, request);
			if (statusOf(record, ctx.now) !== 'Succeeded') {
				throw invalidRequest('InvalidModel', 'The model is not ready.');
			}
			const { sasLifetimeMinutes } = /** @type {any} */ (request.query);
			const path = [collection, record.id, MANIFEST_FILE];
			return {
				model: reference(ctx, { collection, id: record.id }),
				modelFiles: [
					{ name: MANIFEST_FILE, contentUrl: contentUrl(ctx, path, sasLifetimeMinutes) },
				],
				properties: {},
			};
		});
	}
}

module.exports = { addManifests };
