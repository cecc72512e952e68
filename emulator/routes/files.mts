import { applyFilter } from '../filter/filter.mts';
import { filterable } from '../filter/properties.mts';
import { notFound } from '../http/apiError.mts';
import { contextOf } from '../http/context.mts';
import { pageOf } from '../http/page.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { fileParams, idParams } from '../schemas/query.mts';
import { statusOf } from '../time/job.mts';
import { fileCard, filesOf, fileView } from '../views/files.mts';
import { checkLifetime } from '../views/sas.mts';
import { entityIn } from './entityIn.mts';
import { pathOf } from './sendList.mts';

/**
 * Files of datasets, models and evaluations.
 */
function addFiles(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
	schemas: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	for (const collection of ['datasets', 'models', 'evaluations'] as const) {
		app.get(
			`/${collection}/:id/files`,
			{ schema: { params: idParams, querystring: schemas.files } },
			async (request, reply) => {
				const ctx = contextOf(service, request);
				const record = entityIn(ctx, collection, request);
				const query = request.query as any;
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
				const { fileId } = request.params as { fileId: string };
				const file = filesOf(collection, record, ctx).find(({ id }) => id === fileId.toLowerCase());
				if (!file) throw notFound();
				const { sasLifetimeMinutes } = request.query as any;
				checkLifetime(ctx, sasLifetimeMinutes);
				return fileView(collection, record, file, ctx, sasLifetimeMinutes);
			},
		);
	}
}

export { addFiles };
