'use strict';

const { invalidRequest, notFound } = require('./apiError.js');

/**
 * Versions without projects know neither the group nor the field.
 * @param {import('fastify').FastifyInstance} api
 * @param {import('../service.js').Service} service
 */
function withoutProjects(api, service) {
	api.addHook('preValidation', async (request) => {
		const query = /** @type {Record<string, any>} */ (request.query);
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

module.exports = { withoutProjects };
