'use strict';

const { applyFilter } = require('../filter/filter.js');
const { filterable } = require('../filter/properties.js');
const { notFound } = require('../http/apiError.js');
const { contextOf } = require('../http/context.js');
const { pageOf } = require('../http/page.js');
const { tellRetryAfter } = require('../http/retryAfter.js');
const { fileParams, idParams } = require('../schemas/query.js');
const { statusOf } = require('../time/job.js');
const { fileCard, filesOf, fileView } = require('../views/files.js');
const { checkLifetime } = require('../views/sas.js');
const { entityIn } = require('./entityIn.js');
const { pathOf } = require('./sendList.js');

/**
 * Files of datasets, models and evaluations.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} schemas
 */
function addFiles(app, service, schemas) {
	for (const collection of /** @type {const} */ (['datasets', 'models', 'evaluations'])) {
		app.get(
			`/${collection}/:id/files`,
			{ schema: { params: idParams, querystring: schemas.files } },
			async (request, reply) => {
				const ctx = contextOf(service, request);
				const record = entityIn(ctx, collection, request);
				const query = /** @type {any} */ (request.query);
				checkLifetime(ctx, query.sasLifetimeMinutes);
				const cards = filesOf(collection, record, ctx).map((file) => fileCard(record, file, ctx));
				tellRetryAfter(service, reply, [{ status: statusOf(record, ctx.now) }]);
				const wanted = applyFilter(cards, query.filter, filterable.files);
				const page = pageOf(ctx, pathOf(request), query, wanted);
				// Only what is on the page is opened: a test can have thousands of files.
				const values = page.values.map(({ file }) =>
					fileView(collection, record, file, ctx, query.sasLifetimeMinutes),
				);
				return { ...page, values };
			},
		);
		app.get(
			`/${collection}/:id/files/:fileId`,
			{ schema: { params: fileParams, querystring: schemas.file } },
			async (request) => {
				const ctx = contextOf(service, request);
				const record = entityIn(ctx, collection, request);
				const { fileId } = /** @type {{ fileId: string }} */ (request.params);
				const file = filesOf(collection, record, ctx).find(({ id }) => id === fileId.toLowerCase());
				if (!file) throw notFound();
				const { sasLifetimeMinutes } = /** @type {any} */ (request.query);
				checkLifetime(ctx, sasLifetimeMinutes);
				return fileView(collection, record, file, ctx, sasLifetimeMinutes);
			},
		);
	}
}

module.exports = { addFiles };
