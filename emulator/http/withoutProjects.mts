import { invalidRequest, notFound } from './apiError.mts';

/**
 * Versions without projects know neither the group nor the field.
 */
function withoutProjects(
	api: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
) {
	api.addHook('preValidation', async (request) => {
		const query = request.query as Record<string, any>;
		if (service.hasProjects(query['api-version'])) return;
		if (/^\/speechtotext\/projects\b/.test(request.url)) {
			throw notFound('This api-version has no projects.');
		}
		const { body } = request;
		if (typeof body === 'object' && body !== null && 'project' in body) {
			throw invalidRequest(
				'InvalidPayload',
				"'project' is not known to this api-version.",
				'project',
			);
		}
	});
}

export { withoutProjects };
