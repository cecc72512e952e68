import { contextOf } from '../http/context.mts';
import { idParams } from '../schemas/query.mts';
import { resources } from '../resources/resources.mts';
import { entityIn } from './entityIn.mts';
import { sendList } from './sendList.mts';
import { applyFilter } from '../filter/filter.mts';
import { filterable } from '../filter/properties.mts';

/**
 * What belongs to a project, collection by collection. Transcriptions are always none: the emulator has no such thing.
 */
function addProjectLists(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	const schema = { params: idParams, querystring: query.list };
	for (const name of ['datasets', 'models', 'endpoints', 'evaluations'] as const) {
		app.get(`/projects/:id/${name}`, { schema }, async (request, reply) => {
			const ctx = contextOf(service, request);
			const project = entityIn(ctx, 'projects', request);
			const records = service.store.all(name).filter(({ refs }) => {
				const link = refs.project as import('../types.mts').Link | undefined;
				return link?.id === project.id;
			});
			return sendList(ctx, request, reply, resources[name], records);
		});
	}
	app.get('/projects/:id/transcriptions', { schema }, async (request) => {
		entityIn(contextOf(service, request), 'projects', request);
		const { filter } = request.query as { filter?: string };
		return { values: applyFilter([], filter, filterable.transcriptions) };
	});
}

export { addProjectLists };
