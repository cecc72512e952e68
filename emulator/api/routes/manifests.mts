import type { ModelManifest } from '../../../contract/types.d.ts';
import { invalid } from '../../domain/refusal.mts';
import { statusOf } from '../../domain/time/job.mts';
import type { SasQuery } from '../http/requestParts.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import { idParams } from '../schemas/query.mts';
import { contentUrl } from '../views/sas.mts';
import { PATHS, reference } from '../views/urls.mts';
import type { Api } from './api.mts';

export const MANIFEST_FILE = 'ngram.model';

/**
 * Manifests of custom and base models.
 */
export function addManifests({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.manifest };
	for (const collection of ['models', 'baseModels'] as const) {
		app.get<{ Params: { id: string }; Querystring: SasQuery }>(
			`${PATHS[collection]}/:id/manifest`,
			{ schema },
			(request): ModelManifest => {
				const ctx = contextOf(host, request);
				const record = entityIn(ctx, collection, request);
				if (statusOf(record, ctx.now) !== 'Succeeded') {
					throw invalid('InvalidModel', 'The model is not ready.');
				}
				const { sasLifetimeMinutes } = request.query;
				const path = [collection, record.id, MANIFEST_FILE];
				return {
					model: reference(ctx, { collection, id: record.id }),
					modelFiles: [
						{ name: MANIFEST_FILE, contentUrl: contentUrl(ctx, path, sasLifetimeMinutes) },
					],
					properties: {},
				};
			},
		);
	}
}
