import type { FastifyInstance } from 'fastify';
import { isObject } from '../../domain/json.mts';
import { hasProjects } from '../context.mts';
import { invalidRequest, notFound } from './apiError.mts';
import { apiVersionOf } from './requestParts.mts';

/**
 * Versions without projects know neither the group nor the field.
 */
export function withoutProjects(api: FastifyInstance) {
	api.addHook('preValidation', (request, _reply, done) => {
		if (hasProjects(apiVersionOf(request) ?? '')) {
			done();
			return;
		}
		if (/^\/speechtotext\/projects\b/.test(request.url)) {
			throw notFound('This api-version has no projects.');
		}
		if (isObject(request.body) && 'project' in request.body) {
			throw invalidRequest(
				'InvalidPayload',
				"'project' is not known to this api-version.",
				'project',
			);
		}
		done();
	});
}
