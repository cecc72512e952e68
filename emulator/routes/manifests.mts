import { invalidRequest } from '../http/apiError.mts';
import { contextOf } from '../http/context.mts';
import { idParams } from '../schemas/query.mts';
import { statusOf } from '../time/job.mts';
import { contentUrl } from '../views/sas.mts';
import { PATHS, reference } from '../views/urls.mts';
import { MANIFEST_FILE } from './content.mts';
import { entityIn } from './entityIn.mts';

/**
 * Manifests of custom and base models.
 */
function addManifests(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	const schema = { params: idParams, querystring: query.manifest };
	for (const collection of ['models', 'baseModels'] as const) {
		app.get(`${PATHS[collection]}/:id/manifest`, { schema }, async (request) => {
			const ctx = contextOf(service, request);
			const record = entityIn(ctx, collection, request);
			if (statusOf(record, ctx.now) !== 'Succeeded') {
				throw invalidRequest('InvalidModel', 'The model is not ready.');
			}
			const { sasLifetimeMinutes } = request.query as any;
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

export { addManifests };
